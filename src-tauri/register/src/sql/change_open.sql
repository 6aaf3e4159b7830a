UPDATE change
SET record = ?2, field = ?3, standing = ?4, value = ?5, as_typed = ?6, salt = ?7, proof = NULL, replaces = ?8
WHERE id = ?1;
