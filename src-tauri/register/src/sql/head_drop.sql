DELETE FROM head WHERE feed = ?1 AND batch = ?2;
