INSERT INTO link (target, record, field) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;
