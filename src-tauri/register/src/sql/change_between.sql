SELECT id, record, field, standing, value, as_typed, salt, proof, replaces FROM change WHERE id BETWEEN ?1 AND ?2 ORDER BY id;
