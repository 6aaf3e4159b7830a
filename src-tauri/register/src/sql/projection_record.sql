SELECT id, kind, scope, removal FROM record ORDER BY id;
