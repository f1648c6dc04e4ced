CREATE TABLE call_session (
    call_id             text PRIMARY KEY,
    tenant_id           text        NOT NULL,
    reservation_id      text        NOT NULL,
    reservation_version int         NOT NULL,
    attempt             int         NOT NULL,
    provider            text        NOT NULL,
    flow_id             text        NOT NULL,
    flow_version        int         NOT NULL,
    language            text        NOT NULL,
    variables           text        NOT NULL,
    zone                text        NOT NULL,
    requested_at        timestamptz NOT NULL,
    max_seconds         int         NOT NULL,
    provider_call_id    text,
    position            text,
    step                int         NOT NULL,
    answer              text,
    last_event_id       text,
    last_reply          text,
    ended_at            timestamptz
);
CREATE INDEX call_session_by_provider_call ON call_session (provider, provider_call_id);
CREATE INDEX call_session_open ON call_session (provider) WHERE ended_at IS NULL;
CREATE INDEX call_session_ended ON call_session (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE parked_webhook (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id         text        NOT NULL UNIQUE,
    provider         text        NOT NULL,
    provider_call_id text        NOT NULL,
    kind             text        NOT NULL,
    received_at      timestamptz NOT NULL,
    body             bytea       NOT NULL
);
CREATE INDEX parked_webhook_by_call ON parked_webhook (provider, provider_call_id);

CREATE TABLE inbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    record_key text        NOT NULL,
    value      bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
