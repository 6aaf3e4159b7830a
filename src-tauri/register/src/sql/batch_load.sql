SELECT feed, seq, prev, at_ms, at_tick, deed, act, author, undoes, schema, seed FROM batch WHERE id = ?1;
