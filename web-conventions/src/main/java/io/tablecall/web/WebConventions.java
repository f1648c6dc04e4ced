package io.tablecall.web;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Everything a WebFlux service of ours gets by having this module on its class path. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(WebProperties.class)
@Import({WebSecurity.class, CrossOrigin.class, Redoc.class})
class WebConventions {

    @Bean
    static RequiredSecrets requiredSecrets(Environment environment) {
        return new RequiredSecrets(environment);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    RequestFilter requestFilter(ProblemWriter problems, WebProperties properties) {
        return new RequestFilter(problems, Clock.systemUTC(), properties);
    }

    /** Loads the messages of validation at the start, not while an event loop refuses its first request. */
    @Bean
    SmartInitializingSingleton validationMessages(ObjectProvider<Validator> validators) {
        return () -> validators.ifAvailable(validator -> validator.validate(new Unacceptable("")));
    }

    private record Unacceptable(@NotBlank String blank) {}
}
