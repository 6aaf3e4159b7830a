SELECT id, feed, seq, prev, at_ms, at_tick, deed, act, author, undoes, schema, seed FROM batch WHERE id BETWEEN ?1 AND ?2 ORDER BY id;
