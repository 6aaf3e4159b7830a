SELECT field_name.name, answer.value
FROM answer
JOIN field_name ON field_name.id = answer.field
WHERE answer.record = ?1 AND answer.field > 2 AND answer.standing = 'known'
ORDER BY answer.field, answer.change DESC;
