PRAGMA cache_size = -163840;
