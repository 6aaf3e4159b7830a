SELECT revocation.device, min(batch.at_ms)
FROM revocation
JOIN batch ON batch.id = revocation.change / 1048576
GROUP BY revocation.device
ORDER BY revocation.device;
