package io.tablecall.ingest;

import io.tablecall.callflow.Flows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the features share and do not make themselves. */
@Configuration(proxyBeanMethods = false)
class IngestParts {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Flows flows() {
        return Flows.builtIn();
    }
}
