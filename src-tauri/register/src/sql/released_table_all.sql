SELECT number, at_ms, threshold, title, author, reason, body FROM released_table ORDER BY number;
