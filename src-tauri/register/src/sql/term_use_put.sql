INSERT INTO term_use (term, record, field) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;
