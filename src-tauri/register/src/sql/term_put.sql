INSERT INTO term (sort, key, loose, uses) VALUES (?1, ?2, ?3, 1)
ON CONFLICT (sort, key) DO UPDATE SET uses = uses + 1
RETURNING id, uses;
