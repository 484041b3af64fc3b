-- When the final words of a turn were asked for: what comes before is our patience, what comes after is recognition.
ALTER TABLE turn_timelines ADD COLUMN words_asked_ms double precision;
