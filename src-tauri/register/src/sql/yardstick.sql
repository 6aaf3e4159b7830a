CREATE VIRTUAL TABLE yardstick USING fts5 (name, tokenize = 'unicode61', prefix = '2 3');
