DELETE FROM name_key WHERE folded = ?1 AND record = ?2 AND field = ?3;
