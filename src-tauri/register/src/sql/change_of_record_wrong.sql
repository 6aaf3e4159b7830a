SELECT change.id
FROM change
WHERE change.record IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM change_of_record AS place WHERE place.record = change.record AND place.change = change.id
)
UNION ALL
SELECT place.change
FROM change_of_record AS place
LEFT JOIN change ON change.id = place.change
WHERE change.record IS NOT place.record
LIMIT 1;
