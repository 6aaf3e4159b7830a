SELECT replaces FROM change WHERE id = ?1;
