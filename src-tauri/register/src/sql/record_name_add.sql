INSERT INTO record_name (uuid) VALUES (?1);
