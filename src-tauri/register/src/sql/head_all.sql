SELECT feed.name, batch.seq, batch_name.hash, head_signature.signature, feed.device, feed.incarnation, scope.uuid
FROM head
JOIN feed ON feed.id = head.feed
JOIN record_name AS scope ON scope.id = feed.scope
JOIN batch ON batch.id = head.batch
JOIN batch_name ON batch_name.id = batch.id
LEFT JOIN head_signature ON head_signature.batch = batch.id
ORDER BY feed.name, batch.seq, batch_name.hash;
