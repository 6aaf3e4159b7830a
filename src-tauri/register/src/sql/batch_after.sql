SELECT id FROM batch WHERE feed = ?1 AND seq > ?2 ORDER BY seq, id;
