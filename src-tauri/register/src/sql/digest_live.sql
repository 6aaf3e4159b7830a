SELECT record_name.uuid, field_name.name, batch_name.hash, answer.change, answer.standing, answer.value
FROM answer
JOIN record_name ON record_name.id = answer.record
JOIN field_name ON field_name.id = answer.field
JOIN batch_name ON batch_name.id = answer.change / 1048576
ORDER BY record_name.uuid, field_name.name, batch_name.hash, answer.change;
