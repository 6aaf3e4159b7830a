SELECT id FROM field_name WHERE name = ?1;
