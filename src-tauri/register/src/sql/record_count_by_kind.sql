SELECT kind, count(*) FROM record WHERE kind IS NOT NULL AND removal <> 'removed' GROUP BY kind;
