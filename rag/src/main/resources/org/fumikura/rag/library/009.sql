-- Two answers to one question, and which of them the person preferred without knowing whose they are.
CREATE TABLE comparison (
    id           INTEGER PRIMARY KEY,
    one_side     TEXT    NOT NULL,           -- what wrote the one answer, and how
    one_answer   TEXT    NOT NULL,           -- as turn.answer
    other_side   TEXT    NOT NULL,
    other_answer TEXT    NOT NULL,
    preference   TEXT    NOT NULL,           -- ONE, OTHER, BOTH or NEITHER
    reason       TEXT    NOT NULL,
    given        INTEGER NOT NULL            -- milliseconds since 1970
) STRICT;
