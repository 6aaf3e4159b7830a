SELECT mapping FROM roster_mapping WHERE fingerprint = ?1;
