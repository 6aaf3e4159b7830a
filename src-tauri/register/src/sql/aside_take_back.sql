DELETE FROM aside
WHERE why = 'set-aside' AND batch IN (SELECT batch FROM import_batch WHERE import = ?1);
