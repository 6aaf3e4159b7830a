SELECT record.id
FROM record
WHERE record.kind = ?1
  AND record.id NOT IN (SELECT removed.id FROM record AS removed WHERE removed.removal = 'removed')
ORDER BY record.id;
