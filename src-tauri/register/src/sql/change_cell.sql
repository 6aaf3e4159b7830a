SELECT record, field FROM change WHERE id = ?1 AND record IS NOT NULL;
