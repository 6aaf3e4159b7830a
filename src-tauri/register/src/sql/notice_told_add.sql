INSERT OR IGNORE INTO notice_told (copy, item) VALUES (?1, ?2);
