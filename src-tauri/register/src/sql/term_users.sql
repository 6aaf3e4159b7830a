SELECT record_name.uuid, record.kind, field_name.name, term_use.record
FROM term_use
JOIN record ON record.id = term_use.record
JOIN record_name ON record_name.id = term_use.record
JOIN field_name ON field_name.id = term_use.field
WHERE term_use.term = ?1 AND record.removal <> 'removed' AND record.kind IS NOT NULL;
