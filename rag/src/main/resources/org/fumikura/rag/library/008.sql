-- A person's own questions, and which pages are right or wrong for them. A page is kept by file, number
-- and words, for passages are cut anew and pages move.
CREATE TABLE judged_question (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE judged_page (
    question INTEGER NOT NULL REFERENCES judged_question (id) ON DELETE CASCADE,
    path     TEXT    NOT NULL,
    page     INTEGER NOT NULL,
    quote    TEXT    NOT NULL,               -- words that stand on the page
    verdict  TEXT    NOT NULL,               -- RIGHT or WRONG
    PRIMARY KEY (question, path, page)
) STRICT;
