SELECT field_name.name, answer.value
FROM record_name
JOIN answer ON answer.record = record_name.id
JOIN field_name ON field_name.id = answer.field
WHERE record_name.uuid = ?1 AND answer.field > 2 AND answer.standing = 'known'
ORDER BY field_name.name, answer.change DESC;
