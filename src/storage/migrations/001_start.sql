-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each column holds, and what is sealed in each box, is said in FORMAT.md.
CREATE TABLE meta (
  uuid BLOB NOT NULL CHECK (length(uuid) = 16),
  format INTEGER NOT NULL
) STRICT;
CREATE TABLE partner (
  id INTEGER PRIMARY KEY CHECK (id IN (1, 2)),
  name TEXT NOT NULL,
  colour INTEGER NOT NULL
) STRICT;
CREATE TABLE vault (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 19),
  owner INTEGER CHECK (owner IN (1, 2)),
  name TEXT,
  colour INTEGER
) STRICT;
CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  vault INTEGER NOT NULL CHECK (vault BETWEEN 1 AND 19),
  kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
  salt BLOB NOT NULL,
  ops INTEGER NOT NULL,
  mem INTEGER NOT NULL,
  "check" BLOB NOT NULL,
  box BLOB NOT NULL
) STRICT;
CREATE TABLE head (
  vault INTEGER PRIMARY KEY CHECK (vault BETWEEN 1 AND 19),
  box BLOB NOT NULL
) STRICT;
CREATE TABLE rec (
  id INTEGER PRIMARY KEY,
  vault INTEGER NOT NULL CHECK (vault BETWEEN 1 AND 19),
  box BLOB NOT NULL
) STRICT;
CREATE TABLE draft (
  place BLOB NOT NULL,
  vault INTEGER NOT NULL CHECK (vault BETWEEN 1 AND 19),
  box BLOB NOT NULL,
  PRIMARY KEY (place, vault)
) STRICT;
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY,
  vault INTEGER NOT NULL CHECK (vault IN (1, 2)),
  head BLOB NOT NULL,
  way BLOB NOT NULL,
  note BLOB NOT NULL
) STRICT;
CREATE TABLE waiting_row (
  part INTEGER NOT NULL,
  id INTEGER NOT NULL,
  box BLOB NOT NULL,
  PRIMARY KEY (part, id)
) STRICT;
CREATE TABLE waiting_draft (
  part INTEGER NOT NULL,
  place BLOB NOT NULL,
  box BLOB NOT NULL,
  PRIMARY KEY (part, place)
) STRICT;
