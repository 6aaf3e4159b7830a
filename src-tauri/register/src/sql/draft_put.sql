INSERT INTO draft (record, field, text, kept_at_ms) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (record, field) DO UPDATE SET text = excluded.text, kept_at_ms = excluded.kept_at_ms;
