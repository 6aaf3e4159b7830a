SELECT DISTINCT record_name.uuid
FROM record_name AS target
JOIN link ON link.target = target.id AND link.field = ?2
JOIN record ON record.id = link.record
JOIN record_name ON record_name.id = link.record
WHERE target.uuid = ?1 AND record.removal <> 'removed' AND instr(?3, '|' || record.kind || '|') > 0
ORDER BY record_name.uuid;
