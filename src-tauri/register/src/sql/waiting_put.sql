INSERT INTO waiting (hash, prev, body) VALUES (?1, ?2, ?3)
ON CONFLICT (hash) DO UPDATE SET body = excluded.body;
