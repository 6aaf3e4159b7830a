SELECT link.record, link.target
FROM record
JOIN link ON link.target = record.id AND link.field = ?2
WHERE record.kind = ?1 AND record.removal <> 'removed'
ORDER BY link.target, link.record;
