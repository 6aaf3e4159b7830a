SELECT text
FROM reference
WHERE text >= ?1 AND text < ?1 || char(1114111)
ORDER BY length(text) DESC, text DESC
LIMIT 1;
