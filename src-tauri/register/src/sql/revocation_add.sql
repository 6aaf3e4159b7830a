INSERT INTO revocation (change, device) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
