SELECT DISTINCT record_name.uuid
FROM name_key
JOIN record ON record.id = name_key.record
JOIN record_name ON record_name.id = name_key.record
WHERE name_key.folded >= ?1 AND name_key.folded < ?1 || char(1114111)
  AND record.removal <> 'removed'
  AND (?2 = '|' OR instr(?2, '|' || record.kind || '|') > 0)
ORDER BY record_name.uuid
LIMIT ?3 OFFSET ?4;
