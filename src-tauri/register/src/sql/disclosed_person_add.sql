INSERT OR IGNORE INTO disclosed_person (person, copy) VALUES (?1, ?2);
