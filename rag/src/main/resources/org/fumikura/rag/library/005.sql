-- The texts apart from what is counted of them. SQLite reads a row from its start and writes it as a
-- whole: behind a long text every counter took as long as the text.
CREATE TABLE document_text (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    pages    TEXT NOT NULL,                  -- [[start, end], ...]
    blocks   TEXT NOT NULL                   -- [[kind, start, end, detail], ...]
) STRICT;
INSERT INTO document_text SELECT id, text, pages, blocks FROM document;
-- Short rows first: each dropped column writes all rows anew.
UPDATE document SET text = '', pages = '', blocks = '';
ALTER TABLE document DROP COLUMN text;
ALTER TABLE document DROP COLUMN pages;
ALTER TABLE document DROP COLUMN blocks;

-- Vectors in rows by number: in a tree ordered by key each took a page of its own.
CREATE TABLE kept (
    embedder TEXT    NOT NULL,
    words    BLOB    NOT NULL,               -- SHA-256 of what was embedded
    vector   BLOB    NOT NULL,               -- 32-bit floats, big-endian
    kept     INTEGER NOT NULL,               -- milliseconds since 1970
    UNIQUE (embedder, words)
) STRICT;
INSERT INTO kept SELECT embedder, words, vector, kept FROM kept_vector;
DROP TABLE kept_vector;
ALTER TABLE kept RENAME TO kept_vector;
CREATE INDEX kept_vector_kept ON kept_vector (kept);
