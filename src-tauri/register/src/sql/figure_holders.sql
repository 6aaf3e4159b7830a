SELECT record_name.uuid
FROM figure
JOIN record ON record.id = figure.record
JOIN record_name ON record_name.id = figure.record
WHERE figure.kind = ?1 AND figure.field = ?2 AND figure.value = ?3 AND record.removal <> 'removed'
ORDER BY record_name.uuid
LIMIT ?4;
