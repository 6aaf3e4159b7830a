SELECT DISTINCT record_name.uuid
FROM record_name AS target
JOIN link ON link.target = target.id
JOIN record_name ON record_name.id = link.record
WHERE target.uuid = ?1
ORDER BY record_name.uuid;
