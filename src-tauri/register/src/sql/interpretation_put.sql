INSERT INTO interpretation (one, fingerprint) VALUES (1, ?1)
ON CONFLICT (one) DO UPDATE SET fingerprint = excluded.fingerprint;
