SELECT term_use.term, term.sort, term.key, term.loose, field_name.name
FROM record_name
JOIN term_use ON term_use.record = record_name.id
JOIN term ON term.id = term_use.term
JOIN field_name ON field_name.id = term_use.field
WHERE record_name.uuid = ?1;
