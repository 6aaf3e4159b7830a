SELECT 1
FROM replacement
JOIN change AS by_change ON by_change.id = replacement.by
WHERE replacement.target = ?1
  AND (
    (by_change.record = ?2 AND by_change.field = ?3)
    OR (
      by_change.standing = 'erased'
      AND (
        ?3 = 2
        OR (
          EXISTS (SELECT 1 FROM field_name WHERE field_name.id = ?3 AND substr(field_name.name, 1, 1) <> '$')
          AND NOT EXISTS (
            SELECT 1 FROM json_each('[' || by_change.replaces || ']') AS beside
            JOIN change AS named ON named.id = beside.value
            WHERE named.field = 1
          )
        )
      )
    )
  )
  AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = by_change.id / 1048576);
