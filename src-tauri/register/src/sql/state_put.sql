INSERT INTO state (one, digest) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET digest = excluded.digest;
