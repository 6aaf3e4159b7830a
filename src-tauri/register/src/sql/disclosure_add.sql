INSERT INTO disclosure (at_ms, recipient, profile, language, hash, people, fields, author, reason, code)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
RETURNING copy;
