INSERT INTO answer (record, field, change, standing, value, as_typed)
SELECT change.record, change.field, change.id, change.standing, change.value, change.as_typed
FROM change
WHERE change.record IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = change.id / 1048576)
  AND NOT EXISTS (
    SELECT 1 FROM replacement
    JOIN change AS by_change ON by_change.id = replacement.by
    WHERE replacement.target = change.id
      AND (by_change.standing = 'erased' OR (by_change.record = change.record AND by_change.field = change.field))
      AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = by_change.id / 1048576)
  );
