SELECT batch.id
FROM batch
LEFT JOIN batch AS prev ON prev.id = batch.prev
WHERE batch.prev IS NOT NULL AND (prev.id IS NULL OR prev.feed <> batch.feed OR prev.seq + 1 <> batch.seq);
