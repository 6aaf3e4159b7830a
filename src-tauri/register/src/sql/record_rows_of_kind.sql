SELECT id FROM record WHERE kind = ?1 AND removal <> 'removed' ORDER BY id;
