SELECT digest FROM wanted_file WHERE device = ?1 ORDER BY digest;
