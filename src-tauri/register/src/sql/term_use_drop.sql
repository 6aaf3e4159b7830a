DELETE FROM term_use WHERE term = ?1 AND record = ?2 AND field = ?3;
