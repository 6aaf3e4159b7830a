SELECT change.standing, change.value, change.as_typed
FROM change
JOIN change AS by_change ON by_change.record = change.record AND by_change.field = change.field
WHERE change.id = ?1 AND by_change.id = ?2;
