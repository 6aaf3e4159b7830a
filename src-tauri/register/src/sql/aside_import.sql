INSERT INTO aside (batch, why)
SELECT batch, 'set-aside' FROM import_batch WHERE import = ?1
ON CONFLICT DO NOTHING;
