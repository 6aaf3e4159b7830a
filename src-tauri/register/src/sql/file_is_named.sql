SELECT 1 FROM change WHERE length(value) = 64 AND value = ?1;
