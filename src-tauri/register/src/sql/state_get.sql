SELECT digest FROM state WHERE one = 1;
