INSERT INTO whole (print, vouching, batches, unvouched, at_ms, at_tick) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (print) DO UPDATE SET vouching = excluded.vouching, unvouched = excluded.unvouched;
