SELECT number, at_ms, sort, mark, path, size, hash, author FROM loose_copy WHERE standing = 'open' ORDER BY number;
