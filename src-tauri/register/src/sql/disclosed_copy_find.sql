SELECT by_override FROM disclosed_copy WHERE copy = ?1;
