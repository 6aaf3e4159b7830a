SELECT DISTINCT target.uuid
FROM figure
JOIN record ON record.id = figure.record
JOIN link ON link.record = record.id AND link.field = ?4
JOIN record_name AS target ON target.id = link.target
WHERE figure.kind = ?1 AND figure.field = ?2 AND figure.value < ?3 AND record.removal <> 'removed'
ORDER BY target.uuid;
