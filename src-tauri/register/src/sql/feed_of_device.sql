SELECT feed.name, max(batch.seq)
FROM feed
JOIN batch ON batch.feed = feed.id
WHERE feed.device = ?1
GROUP BY feed.name
ORDER BY feed.name;
