SELECT 1
FROM batch_name
JOIN batch ON batch.id = batch_name.id
JOIN feed ON feed.id = batch.feed
WHERE batch_name.hash = ?1 AND feed.name = ?2;
