SELECT field, change, standing, value FROM answer WHERE record = ?1;
