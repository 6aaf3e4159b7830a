SELECT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
WHERE record.kind = ?1 AND record.removal <> 'removed'
ORDER BY record_name.uuid
LIMIT ?2 OFFSET ?3;
