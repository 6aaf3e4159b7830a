INSERT OR IGNORE INTO wanted_file (device, digest) VALUES (?1, ?2);
