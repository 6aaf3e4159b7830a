SELECT term FROM term_use WHERE record = ?1;
