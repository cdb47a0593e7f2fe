-- What of a file its text leaves out; of documents read by earlier versions it is not known.
ALTER TABLE document ADD COLUMN unread_pages  INTEGER NOT NULL DEFAULT 0;  -- pictures of text
ALTER TABLE document ADD COLUMN garbled_pages INTEGER NOT NULL DEFAULT 0;  -- text whose letters mean nothing
ALTER TABLE document ADD COLUMN locked_parts  INTEGER NOT NULL DEFAULT 0;  -- files inside that need a password
ALTER TABLE document ADD COLUMN unread_parts  INTEGER NOT NULL DEFAULT 0;  -- other files inside that were not read
