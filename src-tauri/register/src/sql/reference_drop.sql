DELETE FROM reference WHERE record = ?1 AND field = ?2;
