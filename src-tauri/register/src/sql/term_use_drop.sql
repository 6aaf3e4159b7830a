DELETE FROM term_use WHERE record = ?1 AND field = ?2;
