package io.tablecall.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The API description as ReDoc shows it, its script served by ourselves. */
@Configuration(proxyBeanMethods = false)
class Redoc {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>API</title>
              <meta name="viewport" content="width=device-width, initial-scale=1">
            </head>
            <body>
              <redoc spec-url="/v3/api-docs"></redoc>
              <script src="/webjars/redoc/VERSION/bundles/redoc.standalone.js"></script>
            </body>
            </html>
            """;

    @Bean
    RouterFunction<ServerResponse> redoc() throws IOException {
        var webJar = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars.npm/redoc/pom.properties"));
        var page = PAGE.replace("VERSION", webJar.getProperty("version"));
        return route().GET(
                        "/redoc",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(page))
                .build();
    }
}
