SELECT 1 FROM record WHERE id = ?1 AND kind IS NULL;
