CREATE TABLE confirmation (
    tenant_id        text        NOT NULL,
    reservation_id   text        NOT NULL,
    version          int         NOT NULL,
    guest_phone      text        NOT NULL,
    callee_zones     text        NOT NULL,
    guest_name       text,
    party_size       int,
    reservation_time timestamptz NOT NULL,
    restaurant_id    text        NOT NULL,
    restaurant_name  text        NOT NULL,
    restaurant_zone  text,
    restaurant_phone text,
    restaurant_email text,
    language         text        NOT NULL,
    provider         text        NOT NULL,
    flow_id          text        NOT NULL,
    rings_before     int         NOT NULL,
    outcome          text,
    concluded_at     timestamptz,
    PRIMARY KEY (tenant_id, reservation_id)
);

-- How far a reservation is withdrawn: no version up to this one is called, also when it arrives later.
CREATE TABLE withdrawal (
    tenant_id      text NOT NULL,
    reservation_id text NOT NULL,
    version        int  NOT NULL,
    PRIMARY KEY (tenant_id, reservation_id)
);

CREATE TABLE attempt (
    call_id          uuid        PRIMARY KEY,
    tenant_id        text        NOT NULL,
    reservation_id   text        NOT NULL,
    version          int         NOT NULL,
    attempt          int         NOT NULL,
    provider         text        NOT NULL,
    guest_phone      text        NOT NULL,
    state            text        NOT NULL
        CHECK (state IN ('PLANNED', 'DIALLING', 'PLACED', 'UNCLEAR', 'REFUSED', 'ENDED', 'FENCED')),
    due_at           timestamptz NOT NULL,
    requested_at     timestamptz,
    lease_until      timestamptz,
    ends_by          timestamptz,
    provider_call_id text,
    picked_up        boolean     NOT NULL DEFAULT false,
    answer           text,
    answer_digits    text,
    answered_at      timestamptz,
    end_status       text,
    end_cause        text,
    ended_at         timestamptz,
    end_provenance   text,
    UNIQUE (tenant_id, reservation_id, version, attempt)
);

-- The claim reads only the head of this index, however many attempts wait behind it.
CREATE INDEX attempt_due ON attempt (provider, due_at) WHERE state = 'PLANNED';
CREATE INDEX attempt_queued_for_number ON attempt (guest_phone) WHERE state = 'PLANNED';
-- A number is in one call at a time, whatever the dispatchers believe.
CREATE UNIQUE INDEX one_live_call_per_number ON attempt (guest_phone)
    WHERE state IN ('DIALLING', 'PLACED', 'UNCLEAR');
CREATE INDEX attempt_live ON attempt (ends_by) WHERE state IN ('DIALLING', 'PLACED', 'UNCLEAR');

CREATE TABLE suppression (
    tenant_id     text        NOT NULL,
    guest_phone   text        NOT NULL,
    suppressed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, guest_phone)
);

-- The version an HTTP caller's request stands for, so that an identical repeat is the same command.
CREATE TABLE made_call (
    tenant_id      text  NOT NULL,
    reservation_id text  NOT NULL,
    version        int   NOT NULL,
    fingerprint    bytea NOT NULL,
    PRIMARY KEY (tenant_id, reservation_id)
);

CREATE TABLE outbox (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    record_key text        NOT NULL,
    value      bytea       NOT NULL,
    headers    text,
    created_at timestamptz NOT NULL DEFAULT now()
);
