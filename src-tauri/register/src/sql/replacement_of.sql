SELECT target FROM replacement WHERE by = ?1;
