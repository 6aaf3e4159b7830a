DELETE FROM attachment WHERE digest = ?1;
