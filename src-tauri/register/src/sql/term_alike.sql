SELECT term.id, term.key, term.loose, term.uses
FROM (
  SELECT term_pair.term AS id
  FROM json_each(?1) AS typed
  JOIN term_pair ON term_pair.pair = typed.value AND term_pair.length BETWEEN ?2 AND ?3
  GROUP BY term_pair.term
  HAVING count(*) >= ?4
) AS near
JOIN term ON term.id = near.id
ORDER BY term.key;
