package io.tablecall.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/** HTTP Basic on every request, no session, nothing to forge; see {@link WebProperties} for the exceptions. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] OPEN = {
        "/health",
        "/actuator/health/**",
        "/docs/**",
        "/redoc",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/webjars/**",
        "/favicon.ico"
    };

    @Bean
    @ConditionalOnMissingBean
    ReactiveAuthenticationManager callers(WebProperties properties) {
        return new Callers(properties);
    }

    @Bean
    @Order(0)
    @ConditionalOnMissingBean
    WebFilterChainProxy springSecurityFilterChain(
            ReactiveAuthenticationManager callers,
            ProblemWriter problems,
            WebProperties properties,
            @Value("${server.forward-headers-strategy}") String forwarding) {
        if ("framework".equalsIgnoreCase(forwarding) && !properties.openPaths().isEmpty()) {
            throw new IllegalStateException(
                    "open paths trust the peer's address, which this strategy lets callers claim");
        }
        var chain = ServerHttpSecurity.http()
                .authenticationManager(callers)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> disabled(cache))
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(properties.contentSecurityPolicy()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorized))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(problems::unauthorized)
                        .accessDeniedHandler(problems::forbidden))
                .authorizeExchange(requests -> requests.pathMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .matchers(new LoopbackCallers(Paths.of(properties.openPaths())))
                        .permitAll()
                        .pathMatchers("/api/make-call")
                        .hasAnyRole(Callers.OPERATOR, Callers.CALL_MAKER)
                        .anyExchange()
                        .hasRole(Callers.OPERATOR))
                .build();
        return new BypassableSecurity(chain, Paths.of(properties.bypassPaths()));
    }

    private static RequestCacheSpec disabled(RequestCacheSpec cache) {
        return cache.requestCache(NoOpServerRequestCache.getInstance());
    }
}
