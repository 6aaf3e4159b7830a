SELECT term.sort, term.key, term_use.record, term_use.field
FROM term_use
JOIN term ON term.id = term_use.term
ORDER BY term.sort, term.key, term_use.record, term_use.field;
