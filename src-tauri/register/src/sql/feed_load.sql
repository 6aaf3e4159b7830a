SELECT device, incarnation, scope FROM feed WHERE id = ?1;
