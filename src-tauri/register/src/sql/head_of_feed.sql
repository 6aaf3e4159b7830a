SELECT batch.seq, batch_name.hash
FROM feed
JOIN head ON head.feed = feed.id
JOIN batch ON batch.id = head.batch
JOIN batch_name ON batch_name.id = batch.id
WHERE feed.name = ?1;
