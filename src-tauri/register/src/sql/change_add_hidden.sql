INSERT INTO change (id, standing, proof) VALUES (?1, ?2, ?3);
