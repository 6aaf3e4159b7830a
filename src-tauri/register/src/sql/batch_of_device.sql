SELECT batch.id, feed.name, batch.seq
FROM feed
JOIN batch ON batch.feed = feed.id
WHERE feed.device = ?1
ORDER BY batch.id;
