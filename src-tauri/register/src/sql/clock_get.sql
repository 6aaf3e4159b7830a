SELECT at_ms, at_tick FROM clock WHERE one = 1;
