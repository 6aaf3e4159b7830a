SELECT digest
FROM attachment
WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.value = attachment.digest);
