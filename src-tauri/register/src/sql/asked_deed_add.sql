INSERT INTO asked_deed (asked, deed) VALUES (?1, ?2);
