UPDATE change SET salt = ?2 WHERE id = ?1;
