-- What the library has read, by content.
CREATE TABLE document (
    id         TEXT    PRIMARY KEY,          -- SHA-256 of the file's bytes
    title      TEXT    NOT NULL,             -- the document's own title, or empty
    media_type TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    pages      TEXT    NOT NULL,             -- [[start, end], ...]
    blocks     TEXT    NOT NULL,             -- [[kind, start, end, detail], ...]
    page_count INTEGER NOT NULL,
    passages   INTEGER NOT NULL,
    indexed    INTEGER NOT NULL DEFAULT 0,   -- 1 once its words are committed to the index
    embedded   INTEGER NOT NULL DEFAULT 0    -- passages with a committed vector, by ordinal
) STRICT;

-- Where the documents are. A file without document or problem is waiting to be read.
CREATE TABLE file (
    path     TEXT    PRIMARY KEY,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,               -- milliseconds since 1970
    document TEXT    REFERENCES document (id),
    problem  TEXT,
    detail   TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX file_document ON file (document);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE conversation (
    id      INTEGER PRIMARY KEY,
    title   TEXT    NOT NULL,
    started INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;

CREATE TABLE turn (
    id           INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    asked        INTEGER NOT NULL,
    answer       TEXT    NOT NULL            -- the whole answer as JSON
) STRICT;
CREATE INDEX turn_conversation ON turn (conversation);
