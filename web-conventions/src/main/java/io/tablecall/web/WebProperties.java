package io.tablecall.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who comes in and how much they may send.
 *
 * @param bypassPaths patterns that never meet the security filter, because their handlers check authenticity themselves
 * @param openPaths patterns that callers on this very machine may use without credentials
 * @param quietPaths patterns whose good answers are logged at debug level only
 * @param requiredSecrets environment variables without which the service does not start
 */
@ConfigurationProperties("tablecall.web")
record WebProperties(
        String user,
        String password,
        @Nullable String webhookAuthToken,
        @DefaultValue List<String> requiredSecrets,
        @DefaultValue({"/api/webhooks/**", "/prompts/**"}) List<String> bypassPaths,
        @DefaultValue List<String> openPaths,

        @DefaultValue({"/api/webhooks/**", "/prompts/**", "/actuator/**", "/health"})
        List<String> quietPaths,

        @DefaultValue List<String> corsOrigins,
        @DefaultValue("1MB") DataSize maxBody,
        String contentSecurityPolicy) {

    @Override
    public String toString() {
        return "WebProperties[user=***, password=***, webhookAuthToken=***, openPaths=%s, corsOrigins=%s]"
                .formatted(openPaths, corsOrigins);
    }
}
