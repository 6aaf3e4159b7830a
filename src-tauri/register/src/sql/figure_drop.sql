DELETE FROM figure WHERE kind = ?1 AND field = ?2 AND value = ?3 AND record = ?4;
