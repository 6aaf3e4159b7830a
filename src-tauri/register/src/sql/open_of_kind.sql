SELECT record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
WHERE record.kind = ?1
  AND record.removal <> 'removed'
  AND (?4 IS NULL OR EXISTS (SELECT 1 FROM link WHERE link.record = record.id AND link.field = ?4))
  AND NOT EXISTS (
    SELECT 1
    FROM answer
    WHERE answer.record = record.id
      AND answer.field = ?2
      AND answer.standing = 'known'
      AND (
        ?3 IS NULL
        OR CASE substr(answer.sort_key, 11, 1)
          WHEN '/' THEN substr(answer.sort_key, 12, 10)
          ELSE substr(answer.sort_key, 1, 10)
        END < ?3
      )
      AND NOT EXISTS (
        SELECT 1 FROM open_conflict
        WHERE open_conflict.record = answer.record AND open_conflict.field = answer.field
      )
  )
ORDER BY record_name.uuid;
