SELECT batches, unvouched, at_ms, at_tick FROM whole WHERE print = ?1 AND vouching = ?2;
