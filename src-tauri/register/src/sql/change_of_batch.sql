SELECT change.id, record_name.uuid, field_name.name, change.standing, change.value, change.as_typed, change.salt, change.proof
FROM change
LEFT JOIN record_name ON record_name.id = change.record
LEFT JOIN field_name ON field_name.id = change.field
WHERE change.id BETWEEN ?1 AND ?2
ORDER BY change.id;
