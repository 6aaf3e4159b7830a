SELECT batch.seed
FROM batch_name
JOIN batch ON batch.id = batch_name.id
WHERE batch_name.hash = ?1 AND batch.id > (SELECT coalesce(max(seed_cut.batch), 0) FROM seed_cut);
