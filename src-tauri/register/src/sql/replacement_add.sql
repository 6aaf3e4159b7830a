INSERT INTO replacement (target, by) VALUES (?1, ?2);
