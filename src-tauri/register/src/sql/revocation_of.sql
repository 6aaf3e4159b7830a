SELECT change.value
FROM revocation
JOIN change ON change.id = revocation.change
WHERE revocation.device = ?1;
