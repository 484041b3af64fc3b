-- The number that an answer is about, for staff to read, and the words in which it was asked for and given.
ALTER TABLE consents
  ADD COLUMN sealed_phone bytea,
  ADD COLUMN sealed_words bytea;
