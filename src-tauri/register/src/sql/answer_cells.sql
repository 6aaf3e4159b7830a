SELECT DISTINCT record, field FROM answer ORDER BY record, field;
