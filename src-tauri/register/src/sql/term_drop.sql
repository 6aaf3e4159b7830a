DELETE FROM term WHERE id = ?1;
