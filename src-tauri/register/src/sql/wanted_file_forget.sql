DELETE FROM wanted_file WHERE device = ?1;
