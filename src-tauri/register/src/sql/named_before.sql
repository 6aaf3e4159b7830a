SELECT DISTINCT target.uuid
FROM record
JOIN answer ON answer.record = record.id AND answer.field = ?2 AND answer.standing = 'known'
JOIN link ON link.record = record.id AND link.field = ?4
JOIN record_name AS target ON target.id = link.target
WHERE record.kind = ?1 AND record.removal <> 'removed' AND substr(answer.sort_key, 1, 10) < ?3
ORDER BY target.uuid;
