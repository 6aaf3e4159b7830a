INSERT INTO batch_name (hash) VALUES (?1);
