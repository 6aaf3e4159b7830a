SELECT DISTINCT target_name.uuid
FROM record_name
JOIN link ON link.record = record_name.id
JOIN field_name ON field_name.id = link.field
JOIN record AS target ON target.id = link.target
JOIN record_name AS target_name ON target_name.id = link.target
WHERE record_name.uuid = ?1 AND field_name.name = ?2 AND target.removal <> 'removed'
ORDER BY target_name.uuid;
