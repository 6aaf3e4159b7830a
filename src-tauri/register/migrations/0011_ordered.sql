-- An import spends most of its time on trees that it meets out of their order, and an export on asking a second table what each
-- change replaces.

-- A change says itself what it replaces: the numbers of those changes, ascending, with a comma between. The table "replacement"
-- is where it is asked from the other end, and follows from this.
ALTER TABLE change ADD COLUMN replaces TEXT;

UPDATE change
SET replaces = (SELECT group_concat(target, ',' ORDER BY target) FROM replacement WHERE by = change.id)
WHERE id IN (SELECT by FROM replacement);

DROP INDEX replacement_by;

DROP TRIGGER change_as_written;

-- A withheld change may be filled in, and any may be erased, which leaves what it replaces; nothing else.
CREATE TRIGGER change_as_written
BEFORE UPDATE OF id, record, field, standing, value, as_typed, proof, replaces ON change
WHEN NEW.id <> OLD.id OR NOT (NEW.standing = 'erased' OR OLD.standing = 'withheld')
  OR (NEW.replaces IS NOT OLD.replaces AND OLD.standing <> 'withheld')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- Which changes a record has: a table and no index, since rows are put into it at the end of what brings them and in its order.
DROP INDEX change_of_record;

CREATE TABLE change_of_record (
  record INTEGER NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (record, change)
) STRICT, WITHOUT ROWID;

INSERT INTO change_of_record (record, change)
SELECT record, id FROM change WHERE record IS NOT NULL ORDER BY record, id;

-- A change that is filled in comes, and one that is erased goes, whoever does it.
CREATE TRIGGER change_of_record_follows AFTER UPDATE OF record ON change WHEN NEW.record IS NOT OLD.record
BEGIN
  DELETE FROM change_of_record WHERE record = OLD.record AND change = OLD.id;
  INSERT INTO change_of_record (record, change) SELECT NEW.record, NEW.id WHERE NEW.record IS NOT NULL;
END;

-- What an erased removal hides is read in another way than before: the projections are made again, with any forms.
DELETE FROM interpretation;
