-- What a turn has to offer as files, such as the tables that a task made.
CREATE TABLE turn_file (
    turn    INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    path    TEXT    NOT NULL,                -- where it is proposed to be saved
    text    TEXT    NOT NULL,
    PRIMARY KEY (turn, ordinal)
) STRICT;

-- Places in documents that bear out sentences which a person took into a note.
CREATE TABLE note_source (
    note     INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    document TEXT    NOT NULL,               -- SHA-256 of the file's bytes
    path     TEXT    NOT NULL,
    title    TEXT    NOT NULL,
    page     INTEGER NOT NULL,               -- from 1
    starts   INTEGER NOT NULL,               -- in the document's text, UTF-16 code units
    ends     INTEGER NOT NULL,
    quote    TEXT    NOT NULL,               -- what stands there
    PRIMARY KEY (note, ordinal)
) STRICT;
