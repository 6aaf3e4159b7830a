SELECT id FROM record_name WHERE uuid = ?1;
