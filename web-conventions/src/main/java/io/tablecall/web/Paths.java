package io.tablecall.web;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A set of path patterns, matched the way handlers are. */
record Paths(List<PathPattern> patterns) {

    static Paths of(List<String> patterns) {
        return new Paths(patterns.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    boolean match(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        for (var pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
