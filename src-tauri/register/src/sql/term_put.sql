INSERT INTO term (sort, key, loose, uses) VALUES (?1, ?2, ?3, max(?4, 0))
ON CONFLICT (sort, key) DO UPDATE SET uses = max(uses + ?4, 0)
RETURNING id, uses;
