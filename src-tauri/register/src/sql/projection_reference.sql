SELECT text, record, field FROM reference ORDER BY text, record, field;
