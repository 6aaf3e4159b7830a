SELECT value FROM answer WHERE record = ?1 AND field = ?2 AND standing = 'known' LIMIT 1;
