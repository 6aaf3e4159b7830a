INSERT OR IGNORE INTO disclosed (copy, change, record, field)
SELECT ?1, change.id, change.record, change.field
FROM batch_name
JOIN change ON change.id = batch_name.id * 1048576 + ?3
WHERE batch_name.hash = ?2 AND change.record IS NOT NULL;
