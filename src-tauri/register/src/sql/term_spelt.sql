SELECT id, key, loose, uses
FROM term
WHERE sort = ?1 AND loose >= ?2 AND loose < ?2 || char(1114111)
ORDER BY loose, key
LIMIT ?3;
