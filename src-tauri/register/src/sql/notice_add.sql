INSERT INTO notice (copy, about) VALUES (?1, ?2);
