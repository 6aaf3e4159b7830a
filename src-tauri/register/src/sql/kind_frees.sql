SELECT 1
FROM replacement
JOIN change AS by_change ON by_change.id = replacement.by AND by_change.standing = 'erased'
JOIN json_each('[' || by_change.replaces || ']') AS beside
JOIN change AS named ON named.id = beside.value
WHERE replacement.target = ?1 AND named.field > 2;
