-- The files that other laptops' logs name and that have not come to them, as they last said.
CREATE TABLE wanted_file (
  device BLOB NOT NULL CHECK (length(device) = 16),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (device, digest)
) STRICT, WITHOUT ROWID;

-- What the log says that may be the name of a file.
CREATE INDEX change_naming_file ON change (value) WHERE length(value) = 64;
