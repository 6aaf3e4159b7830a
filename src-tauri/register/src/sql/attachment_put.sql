INSERT INTO attachment (digest, address, key, size, media_type, added_at_ms, thumbnail)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (digest) DO UPDATE SET thumbnail = coalesce(excluded.thumbnail, attachment.thumbnail);
