INSERT INTO change_of_record (record, change) VALUES (?1, ?2);
