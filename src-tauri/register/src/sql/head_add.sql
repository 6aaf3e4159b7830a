INSERT INTO head (feed, batch) VALUES (?1, ?2);
