INSERT INTO released_table (number, at_ms, threshold, title, author, reason, body)
VALUES ((SELECT coalesce(max(number), 0) + 1 FROM released_table), ?1, ?2, ?3, ?4, ?5, ?6)
RETURNING number;
