SELECT feed.name, batch.seq, batch_name.hash, batch.id
FROM feed
JOIN head ON head.feed = feed.id
JOIN batch ON batch.id = head.batch
JOIN batch_name ON batch_name.id = batch.id
LEFT JOIN head_signature ON head_signature.batch = batch.id
WHERE feed.device = ?1 AND feed.incarnation = ?2 AND head_signature.batch IS NULL;
