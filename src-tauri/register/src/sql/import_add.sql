INSERT INTO import (at_ms, sender) VALUES (?1, ?2) RETURNING id;
