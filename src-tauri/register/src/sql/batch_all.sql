SELECT id FROM batch ORDER BY id;
