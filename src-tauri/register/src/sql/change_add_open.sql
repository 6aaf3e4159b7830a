INSERT INTO change (id, record, field, standing, value, as_typed, salt, replaces)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
