SELECT batch.feed, batch.seq, record_name.uuid, field_name.name
FROM change
JOIN batch ON batch.id = change.id / 1048576
JOIN record_name ON record_name.id = change.record
JOIN field_name ON field_name.id = change.field
WHERE length(change.value) = 64 AND change.value = ?1
ORDER BY change.id;
