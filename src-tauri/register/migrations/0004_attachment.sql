-- Where a file lies beside the register: its address under the vault's own key, which says nothing to whoever holds a
-- copy of the content. No earlier version of the app wrote a row here, so that the table is made anew.
DROP TABLE attachment;

CREATE TABLE attachment (
  digest TEXT PRIMARY KEY,
  address TEXT NOT NULL UNIQUE CHECK (length(address) = 64),
  key BLOB NOT NULL CHECK (length(key) = 32),
  size INTEGER NOT NULL CHECK (size >= 0),
  media_type TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL,
  thumbnail BLOB
) STRICT;
