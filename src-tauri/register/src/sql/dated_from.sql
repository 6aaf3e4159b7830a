SELECT DISTINCT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
JOIN answer ON answer.record = record.id AND answer.field = ?2 AND answer.standing = 'known'
WHERE record.kind = ?1
  AND record.removal <> 'removed'
  AND CASE substr(answer.sort_key, 11, 1)
    WHEN '/' THEN substr(answer.sort_key, 12, 10)
    ELSE substr(answer.sort_key, 1, 10)
  END >= ?3
ORDER BY record_name.uuid;
