-- Makes the time of a locked hold a new booking's, ends the hold, and keeps the request's answer. Where and when is the hold's.
-- Whoever has been merged with somebody since they were found is that person: the row is locked against being merged now.
CREATE FUNCTION add_booking(
  p_booking text, p_hold text, p_confirmation text, p_person text, p_messages text[], p_details bytea, p_visit bytea,
  p_now timestamptz, p_request integer, p_answer bytea
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held holds;
  given integer;
BEGIN
  SELECT * INTO STRICT held FROM holds WHERE id = p_hold;
  -- A number that is given already breaks a unique constraint, and the transaction runs again with another.
  INSERT INTO bookings (id, practice, confirmation, person, resource, also, offering, starts_at, ends_at, state,
                        call, messages, sealed_details, sealed_visit, booked_at, changed_at)
  SELECT p_booking, held.practice, p_confirmation, coalesce(merged_into, id), held.resource, held.also, held.offering,
         held.starts_at, held.ends_at, 'booked', held.call, p_messages, p_details, p_visit, p_now, p_now
  FROM people WHERE id = p_person FOR KEY SHARE;
  UPDATE commitments SET booking = p_booking, hold = NULL WHERE hold = p_hold;
  GET DIAGNOSTICS given = ROW_COUNT;
  ASSERT given = 1 + cardinality(held.also), 'a locked hold has not all of its time';
  DELETE FROM holds WHERE id = p_hold;
  UPDATE answered_requests SET sealed_answer = p_answer WHERE call = held.call AND request = p_request;
END $$;
