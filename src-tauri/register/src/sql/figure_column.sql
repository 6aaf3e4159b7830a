SELECT figure.value, figure.record
FROM figure
WHERE figure.kind = ?1 AND figure.field = ?2 AND figure.value >= ?3 AND figure.value < ?4
ORDER BY figure.value, figure.record;
