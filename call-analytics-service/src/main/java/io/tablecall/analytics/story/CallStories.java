package io.tablecall.analytics.story;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The story of each call as it stands, numbered by change so that a reader can resume where it stopped. */
@Component
public class CallStories {

    private final DatabaseClient db;

    CallStories(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Saves stories in one statement. A row that has heard more is never overwritten by one that has heard less. Writers
     * take turns, so that changes become visible in the order they are numbered.
     */
    Mono<Void> save(List<CallStory> stories) {
        return db.sql("SELECT pg_advisory_xact_lock(hashtext('call_story_change'))")
                .then()
                .then(Mono.defer(() -> upsert(stories)));
    }

    private Mono<Void> upsert(List<CallStory> stories) {
        return db.sql("""
                INSERT INTO call_story AS known (call_id, tenant_id, reservation_id, version, attempt, provider,
                    provider_call_id, number, restaurant, status, answer, digits, requested_at, answered_at, ended_at,
                    talk_seconds, cause, heard, change)
                SELECT call_id, tenant_id, reservation_id, version, attempt, provider, provider_call_id, number,
                    restaurant, status, answer, digits, requested_at::timestamptz, answered_at::timestamptz,
                    ended_at::timestamptz, talk_seconds::double precision, cause, heard, nextval('call_story_change')
                FROM unnest(:call::text[], :tenant::text[], :reservation::text[], :version::int[], :attempt::int[],
                        :provider::text[], :providerCall::text[], :number::text[], :restaurant::text[],
                        :status::text[], :answer::text[], :digits::text[], :requested::text[], :answered::text[],
                        :ended::text[], :talk::text[], :cause::text[], :heard::int[])
                    AS told (call_id, tenant_id, reservation_id, version, attempt, provider, provider_call_id, number,
                        restaurant, status, answer, digits, requested_at, answered_at, ended_at, talk_seconds, cause,
                        heard)
                ON CONFLICT (call_id) DO UPDATE SET
                    provider_call_id = excluded.provider_call_id, number = excluded.number,
                    restaurant = excluded.restaurant, status = excluded.status, answer = excluded.answer,
                    digits = excluded.digits, requested_at = excluded.requested_at,
                    answered_at = excluded.answered_at, ended_at = excluded.ended_at,
                    talk_seconds = excluded.talk_seconds, cause = excluded.cause, heard = excluded.heard,
                    change = excluded.change
                WHERE excluded.heard >= known.heard""")
                .bind("call", texts(stories, CallStory::callId))
                .bind("tenant", texts(stories, CallStory::tenantId))
                .bind("reservation", texts(stories, CallStory::reservationId))
                .bind("version", stories.stream().map(CallStory::version).toArray(Integer[]::new))
                .bind("attempt", stories.stream().map(CallStory::attempt).toArray(Integer[]::new))
                .bind("provider", texts(stories, CallStory::provider))
                .bind("providerCall", texts(stories, CallStory::providerCallId))
                .bind("number", texts(stories, CallStory::number))
                .bind("restaurant", texts(stories, CallStory::restaurant))
                .bind("status", texts(stories, story -> story.status().name()))
                .bind("answer", texts(stories, CallStory::answer))
                .bind("digits", texts(stories, CallStory::digits))
                .bind("requested", texts(stories, story -> written(story.requestedAt())))
                .bind("answered", texts(stories, story -> written(story.answeredAt())))
                .bind("ended", texts(stories, story -> written(story.endedAt())))
                .bind("talk", texts(stories, story -> written(story.talkSeconds())))
                .bind("cause", texts(stories, CallStory::cause))
                .bind("heard", stories.stream().map(CallStory::heard).toArray(Integer[]::new))
                .then();
    }

    /** One call's story; empty when nothing was heard of it in this tenant. */
    public Mono<CallStory> find(String tenant, String callId) {
        return db.sql("SELECT * FROM call_story WHERE tenant_id = :tenant AND call_id = :call")
                .bind("tenant", tenant)
                .bind("call", callId)
                .map(CallStories::story)
                .one();
    }

    /**
     * The newest calls first.
     *
     * @param status null for any
     */
    public Flux<CallStory> newest(String tenant, @Nullable CallStatus status, int limit) {
        var sql = db.sql("""
                        SELECT * FROM call_story
                        WHERE tenant_id = :tenant AND (:status = '' OR status = :status)
                        ORDER BY requested_at DESC NULLS LAST, call_id LIMIT :limit""");
        return sql.bind("tenant", tenant)
                .bind("status", status == null ? "" : status.name())
                .bind("limit", limit)
                .map(CallStories::story)
                .all();
    }

    /** Stories changed after the given change, oldest change first. */
    public Flux<Changed> changedSince(String tenant, long change, int limit) {
        return db.sql("""
                        SELECT * FROM call_story WHERE tenant_id = :tenant AND change > :change
                        ORDER BY change LIMIT :limit""")
                .bind("tenant", tenant)
                .bind("change", change)
                .bind("limit", limit)
                .map(row -> new Changed(Objects.requireNonNull(row.get("change", Long.class)), story(row)))
                .all();
    }

    /** The number of the last change there is; 0 when there is none. */
    public Mono<Long> lastChange() {
        return db.sql("SELECT coalesce(max(change), 0) AS change FROM call_story")
                .map(row -> Objects.requireNonNull(row.get("change", Long.class)))
                .one();
    }

    /** A story and the number of the change that made it so. */
    public record Changed(long change, CallStory story) {}

    private static CallStory story(Readable row) {
        return new CallStory(
                text(row, "call_id"),
                text(row, "tenant_id"),
                text(row, "reservation_id"),
                number(row, "version"),
                number(row, "attempt"),
                text(row, "provider"),
                row.get("provider_call_id", String.class),
                text(row, "number"),
                text(row, "restaurant"),
                CallStatus.valueOf(text(row, "status").toUpperCase(Locale.ROOT)),
                row.get("answer", String.class),
                text(row, "digits"),
                instant(row, "requested_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.get("talk_seconds", Double.class),
                row.get("cause", String.class),
                number(row, "heard"));
    }

    private static @Nullable String[] texts(List<CallStory> stories, Function<CallStory, @Nullable String> field) {
        return stories.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        var value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
