DELETE FROM waiting WHERE prev = ?1 RETURNING body;
