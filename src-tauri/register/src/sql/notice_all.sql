SELECT notice.copy, notice.about, notice_sent.at_ms
FROM notice
LEFT JOIN notice_sent ON notice_sent.copy = notice.copy
ORDER BY notice.copy;
