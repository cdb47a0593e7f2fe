-- Folders that the person added. They are gone through at each start and watched.
CREATE TABLE folder (
    path  TEXT PRIMARY KEY,
    store TEXT NOT NULL                      -- the drive it was on, to tell an empty folder from a missing drive
) STRICT;

-- What the person took out of such a folder; it stays out until it is added again.
CREATE TABLE left_out (
    path TEXT PRIMARY KEY
) STRICT;

-- A file that is gone from its folder, taken back by the person, lives on from its stored text.
ALTER TABLE file ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;

-- Files taken out not long ago, which can be taken back.
CREATE TABLE removed_file (
    path     TEXT    PRIMARY KEY,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    document TEXT    NOT NULL REFERENCES document (id),
    removed  INTEGER NOT NULL                -- milliseconds since 1970
) STRICT;
CREATE INDEX removed_file_document ON removed_file (document);

-- Vectors of passages that left the index, for the same words when they come back: after an edit, a
-- move, an undo.
CREATE TABLE kept_vector (
    embedder TEXT    NOT NULL,
    words    BLOB    NOT NULL,               -- SHA-256 of what was embedded
    vector   BLOB    NOT NULL,               -- 32-bit floats, big-endian
    kept     INTEGER NOT NULL,               -- milliseconds since 1970
    PRIMARY KEY (embedder, words)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_vector_kept ON kept_vector (kept);

-- Collections: named groups of files and whole folders.
CREATE TABLE collection (
    name TEXT PRIMARY KEY
) STRICT;
CREATE TABLE collected (
    collection TEXT NOT NULL REFERENCES collection (name) ON DELETE CASCADE ON UPDATE CASCADE,
    path       TEXT NOT NULL,
    PRIMARY KEY (collection, path)
) STRICT;
