package io.tablecall.web;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

/** Lets the pages of listed origins call us; by default none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tablecall.web.cors-origins")
class CrossOrigin {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    CorsWebFilter corsWebFilter(WebProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", RequestId.HEADER));
        cors.setExposedHeaders(List.of(RequestId.HEADER));
        return new CorsWebFilter(_ -> cors);
    }
}
