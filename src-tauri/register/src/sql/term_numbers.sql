SELECT term, field FROM term_use WHERE record = ?1;
