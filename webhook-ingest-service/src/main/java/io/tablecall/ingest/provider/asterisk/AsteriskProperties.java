package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.line.LineTimings;
import io.tablecall.ingest.provider.asterisk.link.AriAddress;
import io.tablecall.ingest.provider.asterisk.link.LinkTimings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Which Asterisk, and how long we wait for what; the waits have defaults nobody should need to change. */
@ConfigurationProperties("tablecall.asterisk")
record AsteriskProperties(
        @Nullable String httpUrl,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("tablecall") String app,
        @DefaultValue("4") int lanes,
        @DefaultValue("64MB") DataSize inlet,
        @DefaultValue("60s") Duration outageTolerance,
        @DefaultValue Link link,
        @DefaultValue Line line) {

    record Link(
            @DefaultValue("5s") Duration connect,
            @DefaultValue("5s") Duration ping,
            @DefaultValue("15s") Duration deadAfter,
            @DefaultValue("200ms") Duration backoffFirst,
            @DefaultValue("10s") Duration backoffMost,
            @DefaultValue("60s") Duration misconfigured,
            @DefaultValue("2s") Duration standby,
            @DefaultValue("120s") Duration replaced,
            @DefaultValue("20s") Duration reconcile,
            @DefaultValue("2s") Duration probe,
            @DefaultValue("15s") Duration probePatience) {

        LinkTimings timings() {
            return new LinkTimings(
                    connect, ping, deadAfter, backoffFirst, backoffMost, misconfigured, standby, replaced, reconcile);
        }
    }

    record Line(
            @DefaultValue("10s") Duration sessionPatience,
            @DefaultValue("50ms") Duration sessionInterval,
            @DefaultValue("3s") Duration betweenKeys,
            @DefaultValue("5s") Duration promptMargin,
            @DefaultValue("300ms") Duration promptRetry,
            @DefaultValue("500ms") Duration settle,
            @DefaultValue("45s") Duration requestGrace,
            @DefaultValue("10s") Duration endPatience,
            @DefaultValue("60s") Duration linger) {

        LineTimings timings() {
            return new LineTimings(
                    sessionPatience,
                    sessionInterval,
                    betweenKeys,
                    promptMargin,
                    promptRetry,
                    settle,
                    requestGrace,
                    endPatience,
                    linger);
        }
    }

    AriAddress address() {
        return new AriAddress(
                url(given("ARI_HTTP_URL", httpUrl)),
                given("ARI_USERNAME", username),
                given("ARI_PASSWORD", password),
                given("ARI_APP", app));
    }

    private static URI url(String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())))
                return url;
        } catch (IllegalArgumentException malformed) {
            throw new UnusableAsteriskSetting("ARI_HTTP_URL", "is not a URL");
        }
        throw new UnusableAsteriskSetting("ARI_HTTP_URL", "is not an http or https URL");
    }

    static String given(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) throw new UnusableAsteriskSetting(variable, "is not set");
        return value.strip();
    }

    @Override
    public String toString() {
        return "AsteriskProperties[httpUrl=%s, username=%s, password=***, app=%s]".formatted(httpUrl, username, app);
    }
}
