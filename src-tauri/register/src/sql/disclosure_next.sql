SELECT coalesce(max(copy), 0) + 1 FROM disclosure;
