SELECT seq, at, actor, act, object, detail, hash FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2;
