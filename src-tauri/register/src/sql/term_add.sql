INSERT INTO term (sort, key, loose, uses) VALUES (?1, ?2, ?3, ?4);
