-- What the person writes beside the documents. A note's title is its first line.
CREATE TABLE note (
    id      INTEGER PRIMARY KEY,
    text    TEXT    NOT NULL,
    started INTEGER NOT NULL,                -- milliseconds since 1970
    changed INTEGER NOT NULL
) STRICT;
