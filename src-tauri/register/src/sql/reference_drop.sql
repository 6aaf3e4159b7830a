DELETE FROM reference WHERE text = ?1 AND record = ?2 AND field = ?3;
