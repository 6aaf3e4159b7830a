SELECT
  batch_name.hash, change.id, record_name.uuid, field_name.name, change.standing, change.value, change.as_typed,
  batch.at_ms, author.uuid, feed.device, batch.deed, batch.act,
  EXISTS (
    SELECT 1 FROM answer
    WHERE answer.record = change.record AND answer.field = change.field AND answer.change = change.id
  )
FROM batch
JOIN batch_name ON batch_name.id = batch.id
JOIN change ON change.id BETWEEN batch.id * 1048576 AND batch.id * 1048576 + 1048575
JOIN field_name ON field_name.id = change.field
JOIN record_name ON record_name.id = change.record
JOIN feed ON feed.id = batch.feed
JOIN record_name AS author ON author.id = batch.author
WHERE batch.deed = ?1
ORDER BY change.id;
