UPDATE answer SET sort_key = ?4 WHERE record = ?1 AND field = ?2 AND change = ?3;
