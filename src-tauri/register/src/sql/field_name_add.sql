INSERT INTO field_name (name) VALUES (?1) RETURNING id;
