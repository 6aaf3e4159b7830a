INSERT INTO disclosure_receipt (copy, at_ms, receipt) VALUES (?1, ?2, ?3);
