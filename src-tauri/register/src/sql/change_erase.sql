UPDATE change
SET record = NULL, field = NULL, standing = 'erased', value = NULL, as_typed = NULL, salt = NULL, proof = ?2, replaces = ?3
WHERE id = ?1;
