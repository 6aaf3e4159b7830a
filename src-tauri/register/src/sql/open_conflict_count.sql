SELECT count(*) FROM open_conflict;
