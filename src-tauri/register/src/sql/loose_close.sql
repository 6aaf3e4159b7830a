UPDATE loose_copy SET standing = ?2, closed_ms = ?3, reason = ?4, path = NULL WHERE number = ?1 AND standing = 'open';
