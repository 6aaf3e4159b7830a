SELECT id, uuid FROM record_name ORDER BY uuid;
