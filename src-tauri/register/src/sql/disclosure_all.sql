SELECT copy, at_ms, recipient, profile, language, hash, people, fields, author, reason, code
FROM disclosure
ORDER BY copy DESC;
