UPDATE batch SET seed = ?2 WHERE id = ?1;
