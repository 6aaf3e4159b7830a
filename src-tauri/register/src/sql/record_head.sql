SELECT record_name.uuid, record.kind
FROM record
JOIN record_name ON record_name.id = record.id
WHERE record.id = ?1 AND record.kind IS NOT NULL;
