INSERT INTO incarnation (incarnation, since_ms) VALUES (?1, ?2);
