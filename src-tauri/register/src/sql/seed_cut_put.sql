INSERT INTO seed_cut (one, batch)
SELECT 1, coalesce(max(id), 0) FROM batch_name WHERE true
ON CONFLICT (one) DO UPDATE SET batch = excluded.batch;
