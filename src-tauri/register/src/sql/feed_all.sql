SELECT feed.id, feed.name, scope.uuid
FROM feed
JOIN record_name AS scope ON scope.id = feed.scope
WHERE EXISTS (SELECT 1 FROM head WHERE head.feed = feed.id)
ORDER BY feed.name;
