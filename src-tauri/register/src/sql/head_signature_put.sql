INSERT INTO head_signature (batch, signature) VALUES (?1, ?2)
ON CONFLICT (batch) DO UPDATE SET signature = excluded.signature;
