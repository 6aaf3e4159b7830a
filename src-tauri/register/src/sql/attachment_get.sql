SELECT address, key, size, media_type, added_at_ms, thumbnail FROM attachment WHERE digest = ?1;
