INSERT INTO change (id, standing, proof, replaces) VALUES (?1, ?2, ?3, ?4);
