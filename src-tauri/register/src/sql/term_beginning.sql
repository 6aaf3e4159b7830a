SELECT id, key, loose, uses
FROM term
WHERE sort = ?1 AND key >= ?2 AND key < ?2 || char(1114111)
ORDER BY key
LIMIT ?3;
