UPDATE answer SET change = ?3, standing = ?4, value = ?5, sort_key = ?6, as_typed = ?7
WHERE record = ?1 AND field = ?2 AND change = ?8;
