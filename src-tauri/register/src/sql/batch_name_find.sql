SELECT id FROM batch_name WHERE hash = ?1;
