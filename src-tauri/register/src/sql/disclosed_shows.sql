SELECT
  EXISTS (SELECT 1 FROM disclosed WHERE record = ?1)
  OR EXISTS (SELECT 1 FROM disclosed_person WHERE person = ?1);
