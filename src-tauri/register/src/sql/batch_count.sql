SELECT count(*) FROM batch;
