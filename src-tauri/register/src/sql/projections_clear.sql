DELETE FROM answer;
DELETE FROM record;
DELETE FROM link;
DELETE FROM reference;
DELETE FROM name_key;
DELETE FROM open_conflict;
