INSERT INTO audit (seq, at, actor, act, object, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
