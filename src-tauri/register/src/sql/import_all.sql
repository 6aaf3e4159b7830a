SELECT
  import.id, import.at_ms, import.sender,
  (SELECT count(*) FROM import_batch WHERE import_batch.import = import.id),
  (
    SELECT count(*) FROM import_batch
    JOIN aside ON aside.batch = import_batch.batch
    WHERE import_batch.import = import.id AND aside.why = 'set-aside'
  )
FROM import
ORDER BY import.id DESC;
