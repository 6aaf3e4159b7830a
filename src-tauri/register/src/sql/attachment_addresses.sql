SELECT address FROM attachment ORDER BY address;
