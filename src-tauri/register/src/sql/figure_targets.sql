SELECT figure.value, figure.record, link.target
FROM figure
JOIN link ON link.record = figure.record AND link.field = ?5
WHERE figure.kind = ?1 AND figure.field = ?2 AND figure.value >= ?3 AND figure.value < ?4
ORDER BY figure.value, figure.record, link.target;
