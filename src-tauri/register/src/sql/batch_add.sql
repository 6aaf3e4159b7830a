INSERT INTO batch (id, feed, seq, prev, at_ms, at_tick, deed, act, author, undoes, schema, seed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
