SELECT change.id
FROM change
JOIN json_each('[' || change.replaces || ']') AS target
WHERE NOT EXISTS (SELECT 1 FROM replacement WHERE replacement.target = target.value AND replacement.by = change.id)
UNION ALL
SELECT replacement.by
FROM replacement
JOIN change ON change.id = replacement.by
WHERE instr(',' || coalesce(change.replaces, '') || ',', ',' || replacement.target || ',') = 0
LIMIT 1;
