SELECT field, change, standing, value, sort_key
FROM answer
WHERE record = ?1 AND field BETWEEN ?2 AND ?3
ORDER BY field, change;
