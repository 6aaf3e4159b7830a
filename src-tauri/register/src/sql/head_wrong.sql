SELECT batch.id
FROM batch
LEFT JOIN head ON head.feed = batch.feed AND head.batch = batch.id
WHERE (head.batch IS NULL) <> EXISTS (SELECT 1 FROM batch AS next WHERE next.prev = batch.id);
