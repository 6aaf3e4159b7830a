INSERT INTO import_batch (batch, import) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
