DELETE FROM name_key WHERE record = ?1 AND field = ?2;
