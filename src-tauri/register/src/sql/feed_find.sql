SELECT id FROM feed WHERE name = ?1;
