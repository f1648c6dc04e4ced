package io.tablecall.ingest.provider.asterisk.line;

import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Which calls of a provider have not ended as far as the table knows: also those of before our time. */
public final class OpenSessions {
    private final DatabaseClient db;

    public OpenSessions(DatabaseClient db) {
        this.db = db;
    }

    Flux<String> on(String provider) {
        return db.sql("""
                        SELECT call_id FROM call_session
                        WHERE provider = :provider AND ended_at IS NULL
                        ORDER BY requested_at""").bind("provider", provider).mapValue(String.class).all();
    }
}
