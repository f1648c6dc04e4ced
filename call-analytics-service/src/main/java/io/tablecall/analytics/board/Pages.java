package io.tablecall.analytics.board;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.web.webflux.SpringWebFluxWebApplication;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Renders templates where waiting is allowed: a template is read from its file when first rendered. */
@Component
class Pages {

    private final ISpringWebFluxTemplateEngine templates;
    private final SpringWebFluxWebApplication application =
            SpringWebFluxWebApplication.buildApplication(ReactiveAdapterRegistry.getSharedInstance());
    private final Clock clock;

    Pages(ISpringWebFluxTemplateEngine templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * The HTML of a template.
     *
     * @param parts fragments to render; empty for the whole
     */
    Mono<String> render(ServerWebExchange exchange, String template, Set<String> parts, Map<String, ?> words) {
        return Mono.fromCallable(() -> {
                    var variables = new HashMap<String, Object>(words);
                    variables.put("zone", clock.getZone());
                    var page =
                            application.buildExchange(exchange, Locale.UK, MediaType.TEXT_HTML, StandardCharsets.UTF_8);
                    return templates.process(template, parts, new WebContext(page, Locale.UK, variables));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
