package io.tablecall.origination.provider.asterisk;

import static io.tablecall.origination.UnusableSetting.required;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.UnusableSetting;
import io.tablecall.origination.provider.ConditionalOnProvider;
import io.tablecall.origination.provider.ProviderHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dials through Asterisk when {@code PROVIDERS} names it; refuses to start without what that takes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProvider("asterisk")
class AsteriskConfiguration {

    private static final String NEED = "must be set because PROVIDERS names asterisk";

    @Bean
    AsteriskOriginator asteriskOriginator(AsteriskProperties settings, OriginationProperties origination) {
        return originator(settings, origination.maxDialsInFlight());
    }

    static AsteriskOriginator originator(AsteriskProperties settings, int connections) {
        required(settings.httpUrl(), "ARI_HTTP_URL", NEED);
        var user = required(settings.username(), "ARI_USERNAME", NEED);
        var password = required(settings.password(), "ARI_PASSWORD", NEED);
        required(settings.endpoint(), "ARI_ENDPOINT", NEED);
        if (settings.context().isBlank() != settings.extension().isBlank()) {
            throw new UnusableSetting("ARI_CONTEXT", "and ARI_EXTENSION must be set together or not at all");
        }
        if (!settings.dialplanMode()) {
            required(settings.app(), "ARI_APP", NEED);
        }
        var client = ProviderHttp.client("asterisk", connections, settings.timeout())
                .baseUrl(settings.base().toString())
                .defaultHeaders(headers -> headers.setBasicAuth(user, password))
                .build();
        return new AsteriskOriginator(client, settings);
    }
}
