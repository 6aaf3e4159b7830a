INSERT INTO answer (record, field, change, standing, value, as_typed) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
