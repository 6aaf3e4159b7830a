SELECT disclosed.copy
FROM disclosed
JOIN record ON record.id = disclosed.record
WHERE record.removal = 'removed' OR NOT EXISTS (
  SELECT 1 FROM answer
  WHERE answer.record = disclosed.record AND answer.field = disclosed.field AND answer.change = disclosed.change
)
UNION
SELECT disclosed_person.copy
FROM disclosed_person
JOIN disclosure ON disclosure.copy = disclosed_person.copy
JOIN link ON link.target = disclosed_person.person
JOIN record ON record.id = link.record
JOIN change_of_record AS place ON place.record = link.record
JOIN batch ON batch.id = place.change / 1048576
LEFT JOIN import_batch ON import_batch.batch = batch.id
LEFT JOIN import ON import.id = import_batch.import
WHERE record.kind = ?1 AND coalesce(import.at_ms, batch.at_ms) >= disclosure.at_ms
ORDER BY 1;
