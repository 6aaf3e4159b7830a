SELECT why, count(*) FROM aside GROUP BY why ORDER BY why;
