INSERT INTO own_device (one, device, keys) VALUES (1, ?1, ?2)
ON CONFLICT (one) DO UPDATE SET device = excluded.device, keys = excluded.keys;
