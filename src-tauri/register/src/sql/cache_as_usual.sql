PRAGMA cache_size = -12288;
