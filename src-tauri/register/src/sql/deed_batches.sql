SELECT batch_name.hash, batch.at_ms, batch.at_tick
FROM batch
JOIN batch_name ON batch_name.id = batch.id
WHERE batch.deed = ?1
ORDER BY batch.id;
