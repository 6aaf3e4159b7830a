UPDATE term SET uses = ?2 WHERE id = ?1;
