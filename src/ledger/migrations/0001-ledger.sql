-- Scalars and ranges in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Columns named `sealed_…` hold AES-256-GCM envelopes; columns named `…_index` hold keyed hashes of normalised values, so
-- that a person can be found without the database knowing whom it is about.

CREATE TABLE people (
  id text PRIMARY KEY,
  practice text NOT NULL,
  identity_index bytea NOT NULL,
  phone_index bytea,
  sealed_details bytea NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (practice, identity_index)
);
CREATE INDEX people_by_phone ON people (practice, phone_index) WHERE phone_index IS NOT NULL;

CREATE TABLE bookings (
  id text PRIMARY KEY,
  practice text NOT NULL,
  confirmation text NOT NULL,
  person text NOT NULL REFERENCES people (id),
  resource text NOT NULL,
  offering text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  state text NOT NULL CHECK (state IN ('booked', 'cancelled')),
  call text,
  messages text[] NOT NULL,
  sealed_details bytea NOT NULL,
  sealed_visit bytea NOT NULL,
  booked_at timestamptz NOT NULL,
  UNIQUE (practice, confirmation)
);
CREATE INDEX bookings_by_start ON bookings (practice, starts_at);
CREATE INDEX bookings_by_person ON bookings (person);

CREATE TABLE holds (
  id text PRIMARY KEY,
  practice text NOT NULL,
  resource text NOT NULL,
  offering text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  expires_at timestamptz NOT NULL,
  call text NOT NULL
);
CREATE INDEX holds_by_call ON holds (call);

-- Time taken from a resource, padding included, by a booking or by a hold. A hold that has run out keeps its row until
-- somebody wants the time; deleting the hold, or cancelling the booking, gives the time back.
CREATE TABLE commitments (
  practice text NOT NULL,
  resource text NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during)),
  hold text UNIQUE REFERENCES holds (id) ON DELETE CASCADE,
  booking text REFERENCES bookings (id),
  CHECK (num_nonnulls(hold, booking) = 1),
  CONSTRAINT commitments_never_overlap
    EXCLUDE USING gist (practice WITH =, resource WITH =, during WITH &&)
);
CREATE INDEX commitments_by_booking ON commitments (booking) WHERE booking IS NOT NULL;

CREATE TABLE tickets (
  id text PRIMARY KEY,
  practice text NOT NULL,
  call text NOT NULL,
  about text NOT NULL,
  sealed_phone bytea,
  sealed_message bytea NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  taken_at timestamptz NOT NULL
);
CREATE INDEX open_tickets ON tickets (practice, taken_at) WHERE state = 'open';

-- The first answer to each request key.
CREATE TABLE answered_requests (
  call text NOT NULL,
  request integer NOT NULL,
  kind text NOT NULL,
  sealed_answer bytea NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (call, request)
);

CREATE TABLE calls (
  id text PRIMARY KEY,
  practice text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  lease bigint NOT NULL
);
CREATE INDEX calls_by_start ON calls (practice, started_at DESC);

-- Events of a call in batches, as they were appended. A batch that was appended again with more behind it has replaced the
-- shorter one; batches may overlap, and then agree.
CREATE TABLE call_events (
  call text NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  first_position integer NOT NULL CHECK (first_position >= 0),
  count integer NOT NULL CHECK (count > 0),
  sealed_events bytea NOT NULL,
  PRIMARY KEY (call, first_position)
);

CREATE TABLE turn_timelines (
  call text NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  turn integer NOT NULL,
  speech_ended_ms double precision,
  transcribed_ms double precision,
  stepped_ms double precision NOT NULL,
  first_audio_sent_ms double precision,
  heard_ms double precision,
  PRIMARY KEY (call, turn)
);

-- Messages that a mailer has taken over, so that a repeated job sends nothing again.
CREATE TABLE deliveries (
  id text PRIMARY KEY,
  delivered_at timestamptz NOT NULL
);
