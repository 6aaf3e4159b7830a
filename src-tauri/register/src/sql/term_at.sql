SELECT sort, key, loose FROM term WHERE id = ?1;
