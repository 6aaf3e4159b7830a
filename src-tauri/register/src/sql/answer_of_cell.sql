SELECT change, standing, value, sort_key FROM answer WHERE record = ?1 AND field = ?2;
