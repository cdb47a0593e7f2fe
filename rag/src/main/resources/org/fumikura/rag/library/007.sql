-- What the person thinks of answers.
CREATE TABLE feedback (
    turn   INTEGER PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
    rating TEXT    NOT NULL,                 -- GOOD or BAD
    reason TEXT    NOT NULL,
    better TEXT    NOT NULL,                 -- what the answer should have been, or empty
    given  INTEGER NOT NULL                  -- milliseconds since 1970
) STRICT;
