DELETE FROM link WHERE record = ?1 AND field = ?2;
