SELECT item FROM notice_told WHERE copy = ?1 ORDER BY item;
