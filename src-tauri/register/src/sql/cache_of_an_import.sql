PRAGMA cache_size = -131072;
