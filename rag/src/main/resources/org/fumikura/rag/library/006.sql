-- What the next answers of a conversation may rest on: STRICT (the documents) or OPEN.
ALTER TABLE conversation ADD COLUMN grounding TEXT NOT NULL DEFAULT 'STRICT';
