SELECT 1 FROM open_conflict WHERE record = ?1 AND field = ?2;
