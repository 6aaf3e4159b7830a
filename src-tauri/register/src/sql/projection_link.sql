SELECT target, record, field FROM link ORDER BY target, record, field;
