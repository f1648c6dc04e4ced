package io.tablecall.origination.provider.asterisk;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we reach an Asterisk and where its calls go.
 *
 * @param endpoint template with {@code {number}} (E.164) or {@code {digits}} (without plus), e.g. {@code PJSIP/{number}@trunk}
 * @param context with {@code extension}: the answered call runs the dialplan there in place of our Stasis app
 */
@ConfigurationProperties("tablecall.asterisk")
record AsteriskProperties(
        @DefaultValue("") String httpUrl,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("tablecall") String app,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String context,
        @DefaultValue("") String extension,
        @DefaultValue("10s") Duration timeout) {

    boolean dialplanMode() {
        return !context.isBlank() && !extension.isBlank();
    }

    URI base() {
        return URI.create(httpUrl.replaceFirst("/+$", "") + "/ari");
    }

    @Override
    public String toString() {
        return "AsteriskProperties[httpUrl=%s, username=%s, password=***]".formatted(httpUrl, username);
    }
}
