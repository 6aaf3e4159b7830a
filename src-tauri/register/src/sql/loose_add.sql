INSERT INTO loose_copy (at_ms, sort, mark, path, size, hash, author, standing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open')
RETURNING number;
