INSERT INTO name_key (folded, record, field) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;
