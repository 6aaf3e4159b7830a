SELECT
  batch_name.hash, change.id, record_name.uuid, field_name.name, change.standing, change.value, change.as_typed,
  batch.at_ms, author.uuid, feed.device, batch.deed, batch.act,
  EXISTS (
    SELECT 1 FROM answer
    WHERE answer.record = change.record AND answer.field = change.field AND answer.change = change.id
  )
FROM record_name
JOIN change_of_record AS place ON place.record = record_name.id
JOIN change ON change.id = place.change
JOIN field_name ON field_name.id = change.field
JOIN batch ON batch.id = change.id / 1048576
JOIN batch_name ON batch_name.id = batch.id
JOIN feed ON feed.id = batch.feed
JOIN record_name AS author ON author.id = batch.author
WHERE record_name.uuid = ?1 AND (?2 IS NULL OR field_name.name = ?2)
ORDER BY batch.at_ms, batch.at_tick, batch_name.hash, change.id;
