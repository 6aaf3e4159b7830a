SELECT body FROM waiting WHERE hash = ?1;
