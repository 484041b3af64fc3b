-- A booking may take several resources, a resource may take several bookings at once, and bookings change.

ALTER TABLE bookings
  DROP CONSTRAINT bookings_state_check,
  ADD CONSTRAINT bookings_state_check CHECK (state IN ('booked', 'confirmed', 'cancelled')),
  ADD COLUMN also text[] NOT NULL DEFAULT '{}',
  ADD COLUMN sequence integer NOT NULL DEFAULT 0,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN sealed_reason bytea;
UPDATE bookings SET changed_at = booked_at;
ALTER TABLE bookings ALTER COLUMN changed_at SET NOT NULL;
CREATE INDEX bookings_by_call ON bookings (call);

ALTER TABLE holds ADD COLUMN also text[] NOT NULL DEFAULT '{}';

-- Every booking of a resource has one seat of it from beginning to end, and a seat is never taken twice at a time.
ALTER TABLE commitments
  DROP CONSTRAINT commitments_never_overlap,
  DROP CONSTRAINT commitments_hold_key,
  ADD COLUMN seat integer NOT NULL DEFAULT 1 CHECK (seat > 0),
  ADD CONSTRAINT commitments_never_overlap
    EXCLUDE USING gist (practice WITH =, resource WITH =, seat WITH =, during WITH &&);
CREATE INDEX commitments_by_hold ON commitments (hold) WHERE hold IS NOT NULL;

ALTER TABLE people
  ADD COLUMN name_index bytea,
  ADD COLUMN sealed_preferences bytea;

CREATE TABLE vehicles (
  id text PRIMARY KEY,
  practice text NOT NULL,
  person text NOT NULL REFERENCES people (id),
  vin_index bytea,
  plate_index bytea,
  sealed_details bytea NOT NULL,
  work_state text CHECK (work_state IN ('waiting', 'inWork', 'ready', 'partsOrdered')),
  work_since timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (practice, vin_index),
  CHECK ((work_state IS NULL) = (work_since IS NULL))
);
CREATE INDEX vehicles_by_person ON vehicles (person);

-- Whom a call has proved to be, or has created: what it may read and change.
CREATE TABLE call_scopes (
  call text NOT NULL,
  person text NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  PRIMARY KEY (call, person)
);

CREATE TABLE failed_proofs (
  call text PRIMARY KEY,
  count integer NOT NULL
);

CREATE TABLE waitlist (
  ticket text PRIMARY KEY,
  practice text NOT NULL,
  person text NOT NULL REFERENCES people (id),
  call text NOT NULL,
  wanted jsonb NOT NULL,
  sealed_details bytea NOT NULL,
  since timestamptz NOT NULL,
  offered jsonb,
  offered_at timestamptz
);
CREATE INDEX waitlist_by_turn ON waitlist (practice, offered_at NULLS FIRST, since);

-- Answers of a number's owner; the newest counts.
CREATE TABLE consents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  practice text NOT NULL,
  phone_index bytea NOT NULL,
  about text NOT NULL CHECK (about IN ('calls', 'texts', 'recording')),
  given boolean NOT NULL,
  call text NOT NULL,
  answered_at timestamptz NOT NULL
);
CREATE INDEX consents_by_phone ON consents (practice, phone_index, about, id DESC);

ALTER TABLE tickets
  ADD COLUMN purpose text NOT NULL DEFAULT 'callBack' CHECK (purpose IN ('callBack', 'message', 'handOff')),
  ADD COLUMN addressee text;

-- Writers of one resource go one after another. The exclusion constraint alone would keep the promise, but two writers that
-- wait for each other's rows are a deadlock, which ends one of them with an error instead of an answer.
CREATE FUNCTION lock_resources(p_practice text, p_resources text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  -- Sorted, so that two bookings with several resources in common do not wait for each other.
  FOR one IN SELECT DISTINCT name FROM unnest(p_resources) AS name ORDER BY name LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(p_practice || '/' || one, 0));
  END LOOP;
END $$;

-- Takes the time of all resources for the call, or nothing. A call holds one time at most: an earlier hold of the same call
-- is given up, but only when the new one is had. `p_until` is the end with the padding after it.
CREATE FUNCTION take_hold(
  p_hold text, p_call text, p_practice text, p_resources text[], p_capacities integer[], p_offering text,
  p_starts timestamptz, p_ends timestamptz, p_until timestamptz, p_now timestamptz, p_expires timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  wanted tstzrange := tstzrange(p_starts, p_until);
  seats integer[] := '{}';
  free integer;
BEGIN
  -- What is read below is read after the locks are had: each statement of a function sees what has been committed by then.
  PERFORM lock_resources(p_practice, p_resources);
  FOR place IN 1 .. cardinality(p_resources) LOOP
    SELECT min(number) INTO free FROM generate_series(1, p_capacities[place]) AS number
    WHERE NOT EXISTS (
      SELECT FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
      WHERE commitments.practice = p_practice AND commitments.resource = p_resources[place]
        AND commitments.seat = number AND commitments.during && wanted
        AND (commitments.booking IS NOT NULL OR (holds.expires_at > p_now AND holds.call <> p_call)));
    IF free IS NULL THEN
      RETURN false;
    END IF;
    seats := seats || free;
  END LOOP;
  DELETE FROM holds WHERE call = p_call OR (expires_at <= p_now AND id IN (
    SELECT hold FROM commitments
    WHERE practice = p_practice AND resource = ANY (p_resources) AND during && wanted));
  INSERT INTO holds (id, practice, resource, also, offering, starts_at, ends_at, expires_at, call)
  VALUES (p_hold, p_practice, p_resources[1], p_resources[2:], p_offering, p_starts, p_ends, p_expires, p_call);
  INSERT INTO commitments (practice, resource, seat, during, hold)
  SELECT p_practice, resource, seat, wanted, p_hold FROM unnest(p_resources, seats) AS taken (resource, seat);
  RETURN true;
END $$;

-- Turns the time of a locked hold into the booking's, all of it, and ends the hold.
CREATE FUNCTION give_hold_to_booking(p_hold text, p_booking text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ended holds;
  given integer;
BEGIN
  UPDATE commitments SET booking = p_booking, hold = NULL WHERE hold = p_hold;
  GET DIAGNOSTICS given = ROW_COUNT;
  DELETE FROM holds WHERE id = p_hold RETURNING * INTO ended;
  ASSERT given = 1 + cardinality(ended.also), 'a locked hold has not all of its time';
END $$;

-- Claims the request key. Answers nothing for a key that is new, and the first answer for one that is not; a second delivery
-- waits here, on the primary key, until the first has committed.
CREATE FUNCTION claim_request(p_call text, p_request integer, p_kind text, p_answer bytea, p_now timestamptz)
RETURNS TABLE (kind text, sealed_answer bytea) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO answered_requests (call, request, kind, sealed_answer, answered_at)
  VALUES (p_call, p_request, p_kind, p_answer, p_now) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN QUERY SELECT r.kind, r.sealed_answer FROM answered_requests r
                 WHERE r.call = p_call AND r.request = p_request;
  END IF;
END $$;

-- A whole request for a hold in one statement. Both answers come sealed, because only the program can seal them.
CREATE FUNCTION hold_once(
  p_request integer, p_if_held bytea, p_if_taken bytea, p_offered boolean,
  p_hold text, p_call text, p_practice text, p_resources text[], p_capacities integer[], p_offering text,
  p_starts timestamptz, p_ends timestamptz, p_until timestamptz, p_now timestamptz, p_expires timestamptz
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
                             p_starts, p_ends, p_until, p_now, p_expires) THEN
    UPDATE answered_requests SET sealed_answer = p_if_held WHERE call = p_call AND request = p_request;
    RETURN QUERY SELECT true, NULL::text, NULL::bytea;
  ELSE
    RETURN QUERY SELECT false, NULL::text, NULL::bytea;
  END IF;
END $$;

-- The hold, locked with its resources until the transaction ends; no row when it is gone.
CREATE FUNCTION lock_hold(p_hold text) RETURNS SETOF holds LANGUAGE plpgsql AS $$
DECLARE
  seen holds;
BEGIN
  SELECT * INTO seen FROM holds WHERE id = p_hold;
  IF seen.id IS NOT NULL THEN
    PERFORM lock_resources(seen.practice, seen.resource || seen.also);
    -- Meanwhile another call may have taken the time of an expired hold, or its own call may have given it up. From here on
    -- neither can.
    RETURN QUERY SELECT * FROM holds WHERE id = p_hold FOR UPDATE;
  END IF;
END $$;
