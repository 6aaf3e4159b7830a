SELECT receipt FROM disclosure_receipt WHERE copy = ?1 ORDER BY at_ms;
