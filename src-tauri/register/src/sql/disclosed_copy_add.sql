INSERT INTO disclosed_copy (copy, by_override) VALUES (?1, ?2);
