SELECT DISTINCT record_name.uuid
FROM record_name AS target
JOIN link ON link.target = target.id
JOIN record ON record.id = link.record
JOIN record_name ON record_name.id = link.record
JOIN field_name ON field_name.id = link.field
WHERE target.uuid = ?1
  AND record.removal <> 'removed'
  AND (?2 IS NULL OR record.kind = ?2)
  AND (?3 IS NULL OR field_name.name = ?3)
ORDER BY record_name.uuid;
