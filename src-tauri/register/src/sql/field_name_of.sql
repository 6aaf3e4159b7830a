SELECT name FROM field_name WHERE id = ?1;
