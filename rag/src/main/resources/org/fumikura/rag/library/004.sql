-- Pages whose text was recognised in a picture.
ALTER TABLE document ADD COLUMN recognised_pages INTEGER NOT NULL DEFAULT 0;

-- Counts how often the text under one id was put in anew: vectors made of an earlier one are void.
ALTER TABLE document ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- The languages with which all pictures of text in the file were looked at, such as eng+jpn; empty
-- as long as they were not.
ALTER TABLE file ADD COLUMN recognised_with TEXT NOT NULL DEFAULT '';

-- Texts of the first pictures of a document whose recognition is under way.
CREATE TABLE recognised_picture (
    document   TEXT    NOT NULL,              -- SHA-256 of the file's bytes
    ordinal    INTEGER NOT NULL,              -- in the order in which reading meets the pictures
    paragraphs TEXT    NOT NULL,              -- a JSON array of strings; empty if it has no text
    kept       INTEGER NOT NULL,              -- milliseconds since 1970
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
