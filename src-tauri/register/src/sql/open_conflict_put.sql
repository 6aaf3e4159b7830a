INSERT INTO open_conflict (record, field) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
