UPDATE clock SET at_ms = ?1, at_tick = ?2 WHERE one = 1;
