SELECT record, field FROM open_conflict ORDER BY record, field;
