INSERT INTO trusted_device (device, card, label, trusted_at_ms, revoked_at_ms)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (device) DO UPDATE SET
  card = excluded.card, label = excluded.label, trusted_at_ms = excluded.trusted_at_ms,
  revoked_at_ms = excluded.revoked_at_ms;
