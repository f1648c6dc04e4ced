package io.tablecall.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The name of one request, the caller's if it is a decent one, else ours. */
public record RequestId(String value) {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of the request being served; empty outside of one. */
    public static Mono<RequestId> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(context.getOrEmpty(RequestId.class)));
    }

    static RequestId accept(@Nullable String offered) {
        return offered != null && DECENT.matcher(offered).matches()
                ? new RequestId(offered)
                : new RequestId(
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    Context into(Context context) {
        return context.put(RequestId.class, this);
    }
}
