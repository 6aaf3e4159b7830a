-- What laptops that meet through files need beside the log. All of it is local: never merged, never sent.

-- What a shell called a deed when it asked for it, so that asking twice is doing once. The log names it by the clock.
CREATE TABLE asked_deed (
  asked BLOB PRIMARY KEY CHECK (length(asked) = 16),
  deed BLOB NOT NULL CHECK (length(deed) = 16)
) STRICT, WITHOUT ROWID;

-- No seed follows from one up to this batch: a bundle was written or something was erased since.
CREATE TABLE seed_cut (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  batch INTEGER NOT NULL
) STRICT;

-- Batches whose seed was given up, because it leads to that of an erased change; no copy of them brings it back.
CREATE TABLE seed_given_up (
  batch INTEGER PRIMARY KEY REFERENCES batch (id)
) STRICT;

-- Bundles that were taken in, and the batches that each brought first.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  sender BLOB NOT NULL CHECK (length(sender) = 16)
) STRICT;

CREATE TABLE import_batch (
  batch INTEGER PRIMARY KEY REFERENCES batch (id),
  import INTEGER NOT NULL REFERENCES import (id)
) STRICT;

CREATE INDEX batch_of_import ON import_batch (import);

-- Batches that are kept and sent on, and that no projection reads.
CREATE TABLE aside (
  batch INTEGER PRIMARY KEY REFERENCES batch (id),
  why TEXT NOT NULL CHECK (why IN ('revoked', 'set-aside'))
) STRICT;

-- Changes that end the trust in a laptop; each says how far the laptop's feeds had come.
CREATE TABLE revocation (
  change INTEGER PRIMARY KEY REFERENCES change (id),
  device BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE INDEX revocation_of_device ON revocation (device);
