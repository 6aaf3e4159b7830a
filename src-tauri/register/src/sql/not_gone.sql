WITH gone AS MATERIALIZED (
  SELECT link.target
  FROM record AS journey
  JOIN answer AS sort ON sort.record = journey.id AND sort.field = ?2 AND sort.value = ?3
  JOIN answer AS day ON day.record = journey.id AND day.field = ?4 AND day.standing = 'known'
  JOIN link ON link.record = journey.id AND link.field = ?6
  WHERE journey.kind = ?1
    AND journey.removal = 'present'
    AND substr(day.sort_key, 1, 10) < ?5
    AND NOT EXISTS (SELECT 1 FROM open_conflict WHERE open_conflict.record = journey.id)
),
told AS MATERIALIZED (
  SELECT link.target
  FROM record AS word
  JOIN link ON link.record = word.id AND link.field = ?6
  WHERE word.kind = ?8 AND word.removal <> 'removed'
)
SELECT record.id, record_name.uuid
FROM record
JOIN record_name ON record_name.id = record.id
WHERE record.kind = ?7
  AND (record.id NOT IN (SELECT target FROM gone) OR record.id IN (SELECT target FROM told))
  AND record.id NOT IN (SELECT removed.id FROM record AS removed WHERE removed.removal = 'removed')
ORDER BY record_name.uuid;
