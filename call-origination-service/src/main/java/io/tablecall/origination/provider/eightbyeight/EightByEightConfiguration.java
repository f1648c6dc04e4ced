package io.tablecall.origination.provider.eightbyeight;

import static io.tablecall.origination.UnusableSetting.required;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.provider.ConditionalOnProvider;
import io.tablecall.origination.provider.ProviderHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Dials through 8x8 when {@code PROVIDERS} names it; refuses to start without its credentials. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProvider("8x8")
class EightByEightConfiguration {

    private static final String NEED = "must be set because PROVIDERS names 8x8";

    @Bean
    EightByEightOriginator eightByEightOriginator(EightByEightProperties settings, OriginationProperties origination) {
        return originator(settings, origination.maxDialsInFlight());
    }

    static EightByEightOriginator originator(EightByEightProperties settings, int connections) {
        var key = required(settings.apiKey(), "EIGHT_X_EIGHT_API_KEY", NEED);
        var account = required(settings.subaccountId(), "EIGHT_X_EIGHT_SUBACCOUNT_ID", NEED);
        var client = ProviderHttp.client("8x8", connections, settings.timeout())
                .baseUrl(settings.baseUrl() + "/api/v1/subaccounts/" + account)
                .defaultHeaders(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + key))
                .build();
        return new EightByEightOriginator(client, settings);
    }
}
