SELECT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
LEFT JOIN answer ON answer.record = record.id AND answer.field = ?2 AND answer.standing = 'known'
WHERE record.kind = ?1 AND record.removal <> 'removed'
GROUP BY record.id
ORDER BY max(answer.sort_key) DESC NULLS LAST, record_name.uuid DESC
LIMIT ?3 OFFSET ?4;
