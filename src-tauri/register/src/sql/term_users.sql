SELECT term_use.record, term_use.field, record.kind
FROM term_use
JOIN record ON record.id = term_use.record
WHERE term_use.term = ?1 AND record.removal <> 'removed' AND record.kind IS NOT NULL;
