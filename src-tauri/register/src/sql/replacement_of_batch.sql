SELECT by, target FROM replacement WHERE by BETWEEN ?1 AND ?2 ORDER BY by, target;
