SELECT incarnation FROM incarnation ORDER BY ordinal;
