SELECT batch_name.hash, change.id, change.standing, change.proof
FROM change
JOIN batch_name ON batch_name.id = change.id / 1048576
WHERE change.proof IS NOT NULL
ORDER BY batch_name.hash, change.id;
