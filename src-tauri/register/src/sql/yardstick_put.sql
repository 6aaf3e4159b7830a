INSERT INTO yardstick (name) VALUES (?1);
