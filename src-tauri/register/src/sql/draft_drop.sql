DELETE FROM draft WHERE record = ?1 AND field = ?2;
