INSERT INTO record_name (uuid) VALUES (?1) RETURNING id;
