-- What is to be told, once per outcome and channel.
CREATE TABLE notification (
    notification_id uuid PRIMARY KEY,
    tenant_id       text        NOT NULL,
    reservation_id  text        NOT NULL,
    outcome_id      text        NOT NULL,
    channel         text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'FAILED')),
    news            jsonb       NOT NULL,
    queued_at       timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    tries           int         NOT NULL DEFAULT 0,
    UNIQUE (outcome_id, channel)
);
CREATE INDEX notification_due ON notification (due_at) WHERE state = 'QUEUED';

CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    record_key text        NOT NULL,
    value      bytea       NOT NULL,
    headers    text,
    created_at timestamptz NOT NULL DEFAULT now()
);
