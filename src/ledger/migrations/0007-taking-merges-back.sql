-- What a merge has changed, so that it can be taken back.
CREATE TABLE merges (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  practice text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'vehicle')),
  kept text NOT NULL,
  merged text NOT NULL,
  staff text NOT NULL,
  at timestamptz NOT NULL,
  -- Ids of the rows that went over, by table, and of those that the merge pointed elsewhere.
  moved jsonb NOT NULL,
  -- What was on file of the one that stays.
  sealed_before bytea NOT NULL,
  undone_at timestamptz
);
CREATE INDEX standing_merges ON merges (practice, id DESC) WHERE undone_at IS NULL;

ALTER TABLE audit
  DROP CONSTRAINT audit_deed_check,
  ADD CONSTRAINT audit_deed_check CHECK (deed IN (
    'mergePeople', 'mergeVehicles', 'undoMerge', 'keepApart', 'settleTicket', 'reopenTicket', 'cancelBooking', 'moveBooking'));

CREATE INDEX consents_against_calls ON consents (practice, id DESC) WHERE about = 'calls';
