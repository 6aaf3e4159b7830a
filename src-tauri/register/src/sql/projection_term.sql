SELECT term.sort, term.key, term.loose, term.uses, term_pair.pair, term_pair.length
FROM term
LEFT JOIN term_pair ON term_pair.term = term.id
ORDER BY term.sort, term.key, term_pair.pair;
