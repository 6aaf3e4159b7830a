SELECT id, uses FROM term WHERE sort = ?1 AND key = ?2;
