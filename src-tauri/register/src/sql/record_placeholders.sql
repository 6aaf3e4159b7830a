SELECT record_name.uuid
FROM record_name
JOIN record ON record.id = record_name.id
WHERE record.kind IS NULL
UNION
SELECT record_name.uuid
FROM link
JOIN record_name ON record_name.id = link.target
LEFT JOIN record ON record.id = link.target
WHERE record.id IS NULL
ORDER BY 1;
