SELECT 1 FROM aside WHERE batch = ?1;
