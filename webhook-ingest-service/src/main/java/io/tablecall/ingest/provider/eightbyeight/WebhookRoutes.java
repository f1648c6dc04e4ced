package io.tablecall.ingest.provider.eightbyeight;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Where 8x8 finds us, with the token in a header or as the last segment of the path. */
@Configuration(proxyBeanMethods = false)
class WebhookRoutes {

    @Bean
    RouterFunction<ServerResponse> eightByEightWebhooks(WebhookEndpoint endpoint) {
        return RouterFunctions.route()
                .POST("/api/webhooks/vca", endpoint::vca)
                .POST("/api/webhooks/vss", endpoint::vss)
                .POST("/api/webhooks/vcs", endpoint::vcs)
                .POST("/api/webhooks/vca/{token}", endpoint::vca)
                .POST("/api/webhooks/vss/{token}", endpoint::vss)
                .POST("/api/webhooks/vcs/{token}", endpoint::vcs)
                .build();
    }
}
