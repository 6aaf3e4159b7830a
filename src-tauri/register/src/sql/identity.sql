SELECT own_device.device, incarnation.incarnation
FROM own_device, incarnation
ORDER BY incarnation.ordinal DESC
LIMIT 1;
