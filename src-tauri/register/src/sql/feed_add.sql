INSERT INTO feed (name, device, incarnation, scope) VALUES (?1, ?2, ?3, ?4) RETURNING id;
