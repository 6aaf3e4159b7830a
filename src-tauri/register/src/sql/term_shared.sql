SELECT id, key, loose, uses FROM term WHERE sort = 'number' AND uses BETWEEN 2 AND ?1 ORDER BY key;
