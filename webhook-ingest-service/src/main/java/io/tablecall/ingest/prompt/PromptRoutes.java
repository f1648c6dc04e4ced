package io.tablecall.ingest.prompt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves rendered prompts by the name the speech cache gave them, and nothing else of its directory. */
@Configuration(proxyBeanMethods = false)
class PromptRoutes {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16,64}\\.wav");
    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    @Bean
    RouterFunction<ServerResponse> prompts(PromptCache cache) {
        return RouterFunctions.route()
                .GET("/prompts/{name}", request -> prompt(cache.cacheDirectory(), request))
                .build();
    }

    private static Mono<ServerResponse> prompt(Path directory, ServerRequest request) {
        var name = request.pathVariable("name");
        if (!NAME.matcher(name).matches()) {
            return ServerResponse.notFound().build();
        }
        return Mono.fromCallable(() -> directory.resolve(name))
                .filter(Files::isRegularFile)
                .map(FileSystemResource::new)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> ServerResponse.ok().contentType(WAV).bodyValue(file))
                .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
    }
}
