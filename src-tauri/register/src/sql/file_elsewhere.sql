SELECT DISTINCT change.value, field_name.name
FROM change
JOIN field_name ON field_name.id = change.field
WHERE length(change.value) = 64
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.digest = change.value)
ORDER BY change.value, field_name.name;
