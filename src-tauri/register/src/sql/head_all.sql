SELECT feed.name, batch.seq, batch_name.hash, head_signature.signature
FROM head
JOIN feed ON feed.id = head.feed
JOIN batch ON batch.id = head.batch
JOIN batch_name ON batch_name.id = batch.id
LEFT JOIN head_signature ON head_signature.batch = batch.id
ORDER BY feed.name, batch.seq, batch_name.hash;
