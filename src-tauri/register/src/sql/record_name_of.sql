SELECT uuid FROM record_name WHERE id = ?1;
