SELECT
  name.hash, feed.device, feed.incarnation, scope.uuid, batch.seq, prev.hash, batch.at_ms, batch.at_tick,
  batch.deed, batch.act, author.uuid, batch.undoes, batch.seed, batch.schema
FROM batch
JOIN batch_name AS name ON name.id = batch.id
JOIN feed ON feed.id = batch.feed
JOIN record_name AS scope ON scope.id = feed.scope
JOIN record_name AS author ON author.id = batch.author
LEFT JOIN batch_name AS prev ON prev.id = batch.prev
WHERE batch.id = ?1;
