-- Everything heard about calls, once each.
CREATE TABLE call_fact (
    event_id         text PRIMARY KEY,
    call_id          text        NOT NULL,
    tenant_id        text        NOT NULL,
    reservation_id   text        NOT NULL,
    version          int         NOT NULL,
    attempt          int         NOT NULL,
    provider         text        NOT NULL,
    provider_call_id text,
    at               timestamptz NOT NULL,
    provenance       text        NOT NULL,
    kind             text        NOT NULL,
    detail           jsonb       NOT NULL
);
CREATE INDEX call_fact_call ON call_fact (call_id);

-- What became of each call, retold whenever something new is heard.
CREATE SEQUENCE call_story_change;
CREATE TABLE call_story (
    call_id          text PRIMARY KEY,
    tenant_id        text        NOT NULL,
    reservation_id   text        NOT NULL,
    version          int         NOT NULL,
    attempt          int         NOT NULL,
    provider         text        NOT NULL,
    provider_call_id text,
    number           text        NOT NULL,
    restaurant       text        NOT NULL,
    status           text        NOT NULL,
    answer           text,
    digits           text        NOT NULL,
    requested_at     timestamptz,
    answered_at      timestamptz,
    ended_at         timestamptz,
    talk_seconds     double precision,
    cause            text,
    heard            int         NOT NULL,
    change           bigint      NOT NULL
);
CREATE UNIQUE INDEX call_story_change_order ON call_story (change);
CREATE INDEX call_story_recent ON call_story (tenant_id, requested_at DESC NULLS LAST);

-- How confirmations ended.
CREATE TABLE outcome (
    outcome_id       text PRIMARY KEY,
    tenant_id        text        NOT NULL,
    reservation_id   text        NOT NULL,
    version          int         NOT NULL,
    outcome          text        NOT NULL,
    attempts         int         NOT NULL,
    restaurant_id    text        NOT NULL,
    restaurant_name  text        NOT NULL,
    concluded_at     timestamptz NOT NULL
);
CREATE INDEX outcome_by_tenant ON outcome (tenant_id, outcome);
