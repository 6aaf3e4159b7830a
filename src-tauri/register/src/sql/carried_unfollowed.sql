WITH followed AS MATERIALIZED (
  SELECT link.target AS person, count(DISTINCT step.value) AS steps
  FROM record
  JOIN answer AS step ON step.record = record.id AND step.field = ?8 AND step.standing = 'known'
  JOIN answer AS done ON done.record = record.id AND done.field = ?9 AND done.standing = 'known'
  JOIN link ON link.record = record.id AND link.field = ?6
  WHERE record.kind = ?7 AND record.removal <> 'removed' AND instr(?10, '|' || step.value || '|') > 0
  GROUP BY link.target
)
SELECT DISTINCT person_name.uuid
FROM record AS journey
JOIN answer AS sort ON sort.record = journey.id AND sort.field = ?2 AND sort.value = ?3
JOIN answer AS day ON day.record = journey.id AND day.field = ?4 AND day.standing = 'known'
JOIN link ON link.record = journey.id AND link.field = ?6
JOIN record AS person ON person.id = link.target AND person.removal <> 'removed'
JOIN record_name AS person_name ON person_name.id = person.id
LEFT JOIN followed ON followed.person = person.id
WHERE journey.kind = ?1
  AND journey.removal <> 'removed'
  AND substr(day.sort_key, 1, 10) < ?5
  AND coalesce(followed.steps, 0) < ?11
ORDER BY person_name.uuid;
