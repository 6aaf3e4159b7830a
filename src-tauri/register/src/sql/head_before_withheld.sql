SELECT first.seq, before.seq, batch_name.hash
FROM (
  SELECT min(batch.seq) AS seq
  FROM change
  JOIN batch ON batch.id = change.id / 1048576
  WHERE change.proof IS NOT NULL AND change.standing = 'withheld' AND batch.feed = ?1
) AS first
LEFT JOIN batch AS before ON before.feed = ?1 AND before.seq = first.seq - 1
LEFT JOIN batch_name ON batch_name.id = before.id
WHERE first.seq IS NOT NULL;
