INSERT INTO record (id, kind, scope, removal) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, scope = excluded.scope, removal = excluded.removal;
