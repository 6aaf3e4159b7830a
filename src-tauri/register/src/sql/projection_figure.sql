SELECT kind, field, value, record FROM figure ORDER BY kind, field, value, record;
