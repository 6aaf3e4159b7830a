SELECT replacement.by, batch_name.hash, replacement.target
FROM replacement
JOIN batch_name ON batch_name.id = replacement.target / 1048576
WHERE replacement.by BETWEEN ?1 AND ?2
ORDER BY replacement.by;
