SELECT batch.seq FROM batch_name JOIN batch ON batch.id = batch_name.id WHERE batch_name.hash = ?1;
