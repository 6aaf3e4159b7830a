SELECT DISTINCT record, field FROM answer WHERE (record, field) > (?1, ?2) ORDER BY record, field LIMIT ?3;
