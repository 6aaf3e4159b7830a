SELECT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
LEFT JOIN answer ON answer.record = record.id AND answer.field = ?2 AND answer.standing = 'known'
WHERE record.kind = ?1 AND record.removal <> 'removed'
GROUP BY record.id
ORDER BY
  CASE WHEN count(*) > 1 THEN (
    SELECT shown.sort_key
    FROM answer AS shown
    JOIN batch ON batch.id = shown.change / 1048576
    JOIN batch_name ON batch_name.id = batch.id
    WHERE shown.record = record.id AND shown.field = ?2 AND shown.standing = 'known'
    ORDER BY batch.at_ms DESC, batch.at_tick DESC, batch_name.hash DESC, shown.change DESC
    LIMIT 1
  ) ELSE max(answer.sort_key) END DESC NULLS LAST,
  record_name.uuid DESC
LIMIT ?3 OFFSET ?4;
