SELECT digest
FROM attachment
WHERE NOT EXISTS (
  SELECT 1 FROM change WHERE length(change.value) = 64 AND change.value = attachment.digest
);
