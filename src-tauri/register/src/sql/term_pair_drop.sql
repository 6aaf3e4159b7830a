DELETE FROM term_pair WHERE pair = ?1 AND length = ?2 AND term = ?3;
