SELECT hash FROM batch_name WHERE id = ?1;
