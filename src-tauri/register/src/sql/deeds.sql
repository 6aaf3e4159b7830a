SELECT batch.deed, batch.act, author.uuid, feed.device, max(batch.at_ms), batch.undoes
FROM batch
JOIN feed ON feed.id = batch.feed
JOIN record_name AS author ON author.id = batch.author
WHERE ?1 IS NULL OR author.uuid = ?1
GROUP BY batch.deed
ORDER BY max(batch.id) DESC
LIMIT ?2;
