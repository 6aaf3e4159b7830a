SELECT 1
FROM replacement
JOIN change AS by_change ON by_change.id = replacement.by AND by_change.standing = 'erased'
JOIN replacement AS beside ON beside.by = by_change.id
JOIN change AS named ON named.id = beside.target
WHERE replacement.target = ?1 AND named.field > 2;
