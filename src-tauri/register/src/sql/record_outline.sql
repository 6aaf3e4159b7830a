SELECT record.kind, scope.uuid, record.removal
FROM record_name
JOIN record ON record.id = record_name.id
JOIN record_name AS scope ON scope.id = record.scope
WHERE record_name.uuid = ?1;
