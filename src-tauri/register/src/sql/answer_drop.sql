DELETE FROM answer WHERE record = ?1 AND field = ?2 AND change = ?3;
