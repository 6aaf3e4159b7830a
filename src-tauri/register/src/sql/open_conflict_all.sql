SELECT record_name.uuid, field_name.name
FROM open_conflict
JOIN record_name ON record_name.id = open_conflict.record
JOIN field_name ON field_name.id = open_conflict.field
ORDER BY record_name.uuid, field_name.name;
