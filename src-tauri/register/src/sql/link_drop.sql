DELETE FROM link WHERE target = ?1 AND record = ?2 AND field = ?3;
