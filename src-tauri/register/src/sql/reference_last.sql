SELECT text
FROM reference
WHERE text >= ?1 || '0' AND text < ?1 || ':'
ORDER BY length(text) DESC, text DESC
LIMIT 1;
