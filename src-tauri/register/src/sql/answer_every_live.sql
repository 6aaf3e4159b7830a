SELECT batch_name.hash, answer.change
FROM answer
JOIN batch_name ON batch_name.id = answer.change / 1048576
WHERE answer.record = ?1;
