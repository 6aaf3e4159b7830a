INSERT INTO roster_mapping (fingerprint, mapping, used_at_ms) VALUES (?1, ?2, ?3)
ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping, used_at_ms = excluded.used_at_ms;
