UPDATE term SET uses = uses - 1 WHERE id = ?1 RETURNING uses, loose;
