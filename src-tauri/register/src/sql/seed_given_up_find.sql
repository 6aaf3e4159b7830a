SELECT 1 FROM seed_given_up WHERE batch = ?1;
