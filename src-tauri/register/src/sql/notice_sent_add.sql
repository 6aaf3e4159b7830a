INSERT OR IGNORE INTO notice_sent (copy, at_ms, author) VALUES (?1, ?2, ?3);
