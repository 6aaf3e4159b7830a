SELECT 1 FROM change WHERE proof IS NOT NULL AND standing = 'withheld' LIMIT 1;
