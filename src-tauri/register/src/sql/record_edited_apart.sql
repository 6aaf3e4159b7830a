SELECT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
WHERE record.removal = 'edited-apart'
ORDER BY record_name.uuid;
