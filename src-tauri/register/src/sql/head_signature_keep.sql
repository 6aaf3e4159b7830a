INSERT INTO head_signature (batch, signature)
SELECT batch.id, ?2
FROM batch_name
JOIN batch ON batch.id = batch_name.id
WHERE batch_name.hash = ?1
ON CONFLICT (batch) DO UPDATE SET signature = excluded.signature;
