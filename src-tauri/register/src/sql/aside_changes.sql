SELECT
  batch_name.hash, change.id, record_name.uuid, field_name.name, change.standing, change.value, change.as_typed,
  batch.at_ms, author.uuid, feed.device, batch.deed, batch.act, 0
FROM aside
JOIN batch ON batch.id = aside.batch
JOIN batch_name ON batch_name.id = batch.id
JOIN change ON change.id BETWEEN batch.id * 1048576 AND batch.id * 1048576 + 1048575
JOIN field_name ON field_name.id = change.field
JOIN record_name ON record_name.id = change.record
JOIN feed ON feed.id = batch.feed
JOIN record_name AS author ON author.id = batch.author
WHERE aside.why = ?1
ORDER BY change.id
LIMIT ?2;
