SELECT field FROM term_use WHERE term = ?1 AND record = ?2 LIMIT 1;
