SELECT kind, scope, removal FROM record WHERE id = ?1;
