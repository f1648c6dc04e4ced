package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.IngestProperties;
import io.tablecall.web.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a request comes from whom we gave the token. 8x8 does not say how it sends it, and signs nothing, so it may be
 * the whole {@code Authorization} header, follow {@code Bearer} or {@code Basic}, or be a segment of the path.
 */
@Component
class Authenticity {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final SharedSecret token;
    private final SharedSecret basic;

    Authenticity(IngestProperties properties) {
        this.token = new SharedSecret(properties.webhookAuthToken());
        var pair = "admin:" + properties.webhookAuthToken();
        this.basic = new SharedSecret(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    boolean proven(@Nullable String authorization, @Nullable String segment) {
        if (segment != null) {
            return token.matches(segment);
        }
        if (authorization == null) {
            return false;
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return token.matches(authorization.substring(BEARER.length()).strip());
        }
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            var credentials = authorization.substring(BASIC.length()).strip();
            return basic.matches(credentials) || token.matches(credentials);
        }
        return token.matches(authorization);
    }
}
