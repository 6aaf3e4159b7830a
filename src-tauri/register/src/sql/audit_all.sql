SELECT seq, at, actor, act, object, detail, hash FROM audit ORDER BY seq;
