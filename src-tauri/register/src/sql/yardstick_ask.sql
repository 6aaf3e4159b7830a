SELECT name FROM yardstick WHERE yardstick MATCH ?1 ORDER BY rank LIMIT ?2;
