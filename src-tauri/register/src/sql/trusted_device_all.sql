SELECT device, card, label, trusted_at_ms, revoked_at_ms FROM trusted_device ORDER BY trusted_at_ms, device;
