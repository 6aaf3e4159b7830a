INSERT INTO term_pair (pair, length, term) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;
