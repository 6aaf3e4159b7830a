SELECT record, field, text, kept_at_ms FROM draft ORDER BY record, field;
