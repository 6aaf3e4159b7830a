DELETE FROM figure WHERE record = ?1 AND field = ?2;
