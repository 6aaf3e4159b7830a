SELECT batch_name.hash, replacement.target
FROM replacement
JOIN batch_name ON batch_name.id = replacement.target / 1048576
WHERE replacement.by = ?1;
