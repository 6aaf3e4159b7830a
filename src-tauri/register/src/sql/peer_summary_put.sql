INSERT INTO peer_summary (device, incarnation, summary) VALUES (?1, ?2, ?3)
ON CONFLICT (device, incarnation) DO UPDATE SET summary = excluded.summary;
