SELECT
  record_name.uuid, field_name.name, batch_name.hash, disclosed.change, change.standing, change.value,
  EXISTS (
    SELECT 1 FROM answer
    WHERE answer.record = disclosed.record AND answer.field = disclosed.field AND answer.change = disclosed.change
  )
FROM disclosed
JOIN record_name ON record_name.id = disclosed.record
JOIN field_name ON field_name.id = disclosed.field
JOIN change ON change.id = disclosed.change
JOIN batch_name ON batch_name.id = disclosed.change / 1048576
WHERE disclosed.copy = ?1
ORDER BY record_name.uuid, field_name.name, batch_name.hash, disclosed.change;
