SELECT DISTINCT record_name.uuid
FROM reference
JOIN record ON record.id = reference.record
JOIN record_name ON record_name.id = reference.record
WHERE reference.text = ?1 AND record.removal <> 'removed'
ORDER BY record_name.uuid;
