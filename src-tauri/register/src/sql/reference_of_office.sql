SELECT text FROM reference WHERE text >= ?1 || '-' AND text < ?1 || '.' ORDER BY text;
