INSERT INTO answer (record, field, change, standing, value, as_typed)
SELECT change.record, change.field, change.id, change.standing, change.value, change.as_typed
FROM change
WHERE change.record IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = change.id / 1048576)
  AND NOT EXISTS (
    SELECT 1 FROM replacement
    JOIN change AS by_change ON by_change.id = replacement.by
    WHERE replacement.target = change.id
      AND (
        (by_change.record = change.record AND by_change.field = change.field)
        OR (
          by_change.standing = 'erased'
          AND (
            change.field = 2
            OR (
              EXISTS (
                SELECT 1 FROM field_name
                WHERE field_name.id = change.field AND substr(field_name.name, 1, 1) <> '$'
              )
              AND NOT EXISTS (
                SELECT 1 FROM json_each('[' || by_change.replaces || ']') AS beside
                JOIN change AS named ON named.id = beside.value
                WHERE named.field = 1
              )
            )
          )
        )
      )
      AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = by_change.id / 1048576)
  );
