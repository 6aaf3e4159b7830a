INSERT INTO answer (record, field, change, standing, value, sort_key, as_typed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
