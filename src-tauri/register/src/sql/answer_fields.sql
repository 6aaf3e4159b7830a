SELECT DISTINCT field FROM answer WHERE record = ?1;
