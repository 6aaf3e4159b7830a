SELECT
  field_name.name, answer.standing, answer.value, answer.as_typed, batch_name.hash, answer.change,
  batch.at_ms, author.uuid, feed.device
FROM record_name
JOIN answer ON answer.record = record_name.id
JOIN field_name ON field_name.id = answer.field
JOIN batch ON batch.id = answer.change / 1048576
JOIN batch_name ON batch_name.id = batch.id
JOIN feed ON feed.id = batch.feed
JOIN record_name AS author ON author.id = batch.author
WHERE record_name.uuid = ?1 AND answer.field > 2
ORDER BY field_name.name, batch.at_ms DESC, batch.at_tick DESC, batch_name.hash DESC, answer.change DESC;
