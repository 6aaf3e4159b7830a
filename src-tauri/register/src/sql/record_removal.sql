SELECT
  EXISTS (SELECT 1 FROM answer WHERE record = ?1 AND field = 2 AND standing <> 'retracted'),
  EXISTS (SELECT 1 FROM answer WHERE record = ?1 AND field = 2 AND standing = 'retracted'),
  EXISTS (
    SELECT 1 FROM answer AS other
    WHERE other.record = ?1 AND other.field <> 2 AND NOT EXISTS (
      SELECT 1 FROM replacement
      JOIN change AS removal ON removal.id = replacement.by
      WHERE replacement.target = other.change AND removal.record = ?1 AND removal.field = 2
        AND NOT EXISTS (SELECT 1 FROM aside WHERE aside.batch = removal.id / 1048576)
    )
  );
