-- A booking can be moved to a time that overlaps its own; people and vehicles that turn out to be one are merged by staff; wrong
-- proofs are counted over calls; a booking takes two waits instead of four.

-- A live hold is asked for again when it is gone, so none needs to be carried over.
DELETE FROM holds;
ALTER TABLE holds
  -- The booking that is to be given up for this time.
  ADD COLUMN replaces text REFERENCES bookings (id),
  ADD COLUMN seats integer[] NOT NULL,
  -- The end with the padding after it.
  ADD COLUMN until timestamptz NOT NULL;
CREATE INDEX holds_by_replaced ON holds (replaces) WHERE replaces IS NOT NULL;

ALTER TABLE people
  ADD COLUMN birth_index bytea,
  -- The call that put them on file; null = staff, or an import.
  ADD COLUMN created_by text,
  -- Whom staff found them to be. The row stays, so that what it is found by leads to that person.
  ADD COLUMN merged_into text REFERENCES people (id);
CREATE INDEX people_by_name ON people (practice, name_index);
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE vehicles ADD COLUMN merged_into text REFERENCES vehicles (id);
CREATE INDEX vehicles_by_plate ON vehicles (practice, plate_index) WHERE plate_index IS NOT NULL;

-- Everybody under everything that they are found by.
CREATE VIEW people_found AS
  SELECT found.practice, found.identity_index, found.name_index, found.phone_index,
         kept.id, kept.sealed_details, kept.created_at, kept.created_by
  FROM people found JOIN people kept ON kept.id = coalesce(found.merged_into, found.id);

-- What looks like one person or vehicle twice, for staff to decide. The one known first comes first.
CREATE TABLE duplicates (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  practice text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'vehicle')),
  one text NOT NULL,
  other text NOT NULL,
  alike text NOT NULL CHECK (alike IN ('name', 'numberAndBirth', 'vin', 'plate')),
  noticed_at timestamptz NOT NULL,
  settled_at timestamptz,
  UNIQUE (kind, one, other)
);
CREATE INDEX open_duplicates ON duplicates (practice, noticed_at) WHERE settled_at IS NULL;

-- What staff have done to what belongs to people.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  practice text NOT NULL,
  at timestamptz NOT NULL,
  staff text NOT NULL,
  deed text NOT NULL CHECK (deed IN ('mergePeople', 'mergeVehicles', 'cancelBooking', 'moveBooking')),
  -- Ids of what it was done to.
  subjects text[] NOT NULL
);

-- Proofs that did not fit the number or the name on file that they were given for.
CREATE TABLE wrong_proofs (
  practice text NOT NULL,
  subject_index bytea NOT NULL,
  given_at timestamptz NOT NULL
);
CREATE INDEX wrong_proofs_by_subject ON wrong_proofs (practice, subject_index, given_at);

DROP FUNCTION hold_once(integer, bytea, bytea, boolean, text, text, text, text[], integer[], text,
                        timestamptz, timestamptz, timestamptz, timestamptz, timestamptz);
DROP FUNCTION take_hold(text, text, text, text[], integer[], text,
                        timestamptz, timestamptz, timestamptz, timestamptz, timestamptz);
DROP FUNCTION give_hold_to_booking(text, text);

-- Whether the call has proved to be the booking's person, or has made the booking.
CREATE FUNCTION is_own_booking(p_call text, p_booking bookings) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_booking.call IS NOT DISTINCT FROM p_call
         OR EXISTS (SELECT FROM call_scopes WHERE call = p_call AND person = p_booking.person)
$$;

-- Takes the time of all resources for the call, or nothing. A call holds one time at most: an earlier hold of the same call
-- is given up, but only when the new one is had. What the replaced booking takes counts as free. The hold then takes what
-- lies outside of it, so that hold and booking together keep others from all of it, and neither can be had without the other.
CREATE FUNCTION take_hold(
  p_hold text, p_call text, p_practice text, p_resources text[], p_capacities integer[], p_offering text,
  p_starts timestamptz, p_ends timestamptz, p_until timestamptz, p_now timestamptz, p_expires timestamptz,
  p_replaces text
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  wanted tstzrange := tstzrange(p_starts, p_until);
  replaced text;
  chosen integer[] := '{}';
  free integer;
BEGIN
  IF p_replaces IS NOT NULL THEN
    -- Locked before the resources, as by everybody who changes a booking. One that is gone or somebody else's is not replaced.
    SELECT id INTO replaced FROM bookings
    WHERE id = p_replaces AND practice = p_practice AND state <> 'cancelled' AND is_own_booking(p_call, bookings) FOR UPDATE;
  END IF;
  -- What is read below is read after the locks are had: each statement of a function sees what has been committed by then.
  PERFORM lock_resources(p_practice, p_resources);
  FOR place IN 1 .. cardinality(p_resources) LOOP
    SELECT min(number) INTO free FROM generate_series(1, p_capacities[place]) AS number
    WHERE NOT EXISTS (
      SELECT FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
      WHERE commitments.practice = p_practice AND commitments.resource = p_resources[place]
        AND commitments.seat = number AND commitments.during && wanted
        AND ((commitments.booking IS NOT NULL AND commitments.booking IS DISTINCT FROM replaced)
             OR (holds.expires_at > p_now AND holds.call <> p_call)));
    IF free IS NULL THEN
      RETURN false;
    END IF;
    chosen := chosen || free;
  END LOOP;
  DELETE FROM holds WHERE call = p_call OR (expires_at <= p_now AND id IN (
    SELECT hold FROM commitments
    WHERE practice = p_practice AND resource = ANY (p_resources) AND during && wanted));
  INSERT INTO holds (id, practice, resource, also, offering, starts_at, ends_at, until, expires_at, call, seats, replaces)
  VALUES (p_hold, p_practice, p_resources[1], p_resources[2:], p_offering, p_starts, p_ends, p_until, p_expires, p_call,
          chosen, replaced);
  IF replaced IS NULL THEN
    INSERT INTO commitments (practice, resource, seat, during, hold)
    SELECT p_practice, resource, seat, wanted, p_hold FROM unnest(p_resources, chosen) AS taken (resource, seat);
  ELSE
    INSERT INTO commitments (practice, resource, seat, during, hold)
    SELECT p_practice, taken.resource, taken.seat, piece, p_hold
    FROM unnest(p_resources, chosen) AS taken (resource, seat)
    CROSS JOIN LATERAL unnest(tstzmultirange(wanted) - coalesce((
      SELECT range_agg(during) FROM commitments own
      WHERE own.booking = replaced AND own.resource = taken.resource AND own.seat = taken.seat), '{}')) AS piece;
  END IF;
  RETURN true;
END $$;

-- A whole request for a hold in one statement. Both answers come sealed, because only the program can seal them.
CREATE FUNCTION hold_once(
  p_request integer, p_if_held bytea, p_if_taken bytea, p_offered boolean,
  p_hold text, p_call text, p_practice text, p_resources text[], p_capacities integer[], p_offering text,
  p_starts timestamptz, p_ends timestamptz, p_until timestamptz, p_now timestamptz, p_expires timestamptz, p_replaces text
) RETURNS TABLE (held boolean, kind text, sealed_answer bytea) LANGUAGE plpgsql AS $$
BEGIN
  -- A hold that a crash of the server takes with it within a fraction of a second is taken again; nobody was promised more
  -- than that. So its commit does not wait for the disk, which costs more than everything else here. What follows it, such as
  -- the booking, cannot be kept without it.
  PERFORM set_config('synchronous_commit', 'off', true);
  RETURN QUERY SELECT NULL::boolean, r.kind, r.sealed_answer
               FROM claim_request(p_call, p_request, 'hold', p_if_taken, p_now) r;
  IF FOUND THEN
    RETURN;
  END IF;
  IF p_offered AND take_hold(p_hold, p_call, p_practice, p_resources, p_capacities, p_offering,
                             p_starts, p_ends, p_until, p_now, p_expires, p_replaces) THEN
    UPDATE answered_requests SET sealed_answer = p_if_held WHERE call = p_call AND request = p_request;
    RETURN QUERY SELECT true, NULL::text, NULL::bytea;
  ELSE
    RETURN QUERY SELECT false, NULL::text, NULL::bytea;
  END IF;
END $$;

-- The person of this identity; with a name, also somebody of that name who is the call's own, whatever number they gave.
CREATE FUNCTION find_person(p_practice text, p_call text, p_identity bytea, p_name bytea)
RETURNS TABLE (id text, sealed_details bytea, own boolean, created_by text) LANGUAGE sql STABLE AS $$
  -- Two searches, because one with "or" would look at every person of the practice.
  SELECT found.id, found.sealed_details, found.own, found.created_by FROM (
    SELECT people_found.*, EXISTS (SELECT FROM call_scopes WHERE call = p_call AND person = people_found.id) AS own
    FROM people_found WHERE practice = p_practice AND identity_index = p_identity
    UNION ALL
    SELECT people_found.*, true FROM call_scopes JOIN people_found ON people_found.id = call_scopes.person
    WHERE call = p_call AND practice = p_practice AND name_index = p_name) AS found
  ORDER BY found.own DESC, found.identity_index = p_identity DESC LIMIT 1
$$;

-- Everything that a booking asks before it writes: the first answer to its key, else its hold, locked with its resources, and
-- whom its person is on file as. One row, in which what is not there is null.
CREATE FUNCTION begin_booking(
  p_call text, p_request integer, p_now timestamptz, p_hold text, p_identity bytea, p_name bytea
) RETURNS TABLE (
  kind text, sealed_answer bytea,
  practice text, resource text, also text[], offering text, starts_at timestamptz, ends_at timestamptz,
  expires_at timestamptz, call text, replaces text,
  person text, sealed_details bytea, own boolean, created_by text
) LANGUAGE plpgsql AS $$
DECLARE
  held holds;
BEGIN
  SELECT r.kind, r.sealed_answer INTO begin_booking.kind, begin_booking.sealed_answer
  FROM claim_request(p_call, p_request, 'book', '', p_now) r;
  IF NOT FOUND THEN
    SELECT * INTO held FROM lock_hold(p_hold);
    practice := held.practice;
    resource := held.resource;
    also := held.also;
    offering := held.offering;
    starts_at := held.starts_at;
    ends_at := held.ends_at;
    expires_at := held.expires_at;
    call := held.call;
    replaces := held.replaces;
    SELECT f.id, f.sealed_details, f.own, f.created_by
    INTO person, begin_booking.sealed_details, begin_booking.own, begin_booking.created_by
    FROM find_person(held.practice, p_call, p_identity, p_name) f;
  END IF;
  RETURN NEXT;
END $$;

-- Makes the time of a locked hold the booking's, which is there already, and ends the hold. Holds that counted on the place
-- which the booking had end with it.
CREATE FUNCTION give_hold_to_booking(p_hold text, p_booking text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ended holds;
BEGIN
  DELETE FROM commitments WHERE booking = p_booking;
  DELETE FROM holds WHERE id = p_hold RETURNING * INTO STRICT ended;
  DELETE FROM holds WHERE replaces = p_booking;
  INSERT INTO commitments (practice, resource, seat, during, booking)
  SELECT ended.practice, taken.resource, taken.seat, tstzrange(ended.starts_at, ended.until), p_booking
  FROM unnest(ended.resource || ended.also, ended.seats) AS taken (resource, seat);
END $$;
