SELECT count(*) FROM record WHERE kind = ?1 AND removal <> 'removed';
