SELECT digest FROM attachment ORDER BY digest;
