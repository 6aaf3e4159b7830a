INSERT INTO figure (kind, field, value, record) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;
