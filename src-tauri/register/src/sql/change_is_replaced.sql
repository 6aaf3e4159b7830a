SELECT 1
FROM replacement
JOIN change AS by_change ON by_change.id = replacement.by
WHERE replacement.target = ?1
  AND (by_change.standing = 'erased' OR (by_change.record = ?2 AND by_change.field = ?3))
  AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = by_change.id / 1048576);
