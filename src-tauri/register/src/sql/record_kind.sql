SELECT answer.value, feed.scope
FROM answer
JOIN batch ON batch.id = answer.change / 1048576
JOIN batch_name ON batch_name.id = batch.id
JOIN feed ON feed.id = batch.feed
WHERE answer.record = ?1 AND answer.field = 1 AND answer.standing = 'known'
ORDER BY batch.at_ms DESC, batch.at_tick DESC, batch_name.hash DESC, answer.change DESC
LIMIT 1;
