package io.tablecall.ingest.provider.asterisk;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches when {@code asterisk} is among the providers. */
final class OnAsterisk implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var providers = context.getEnvironment().getProperty("tablecall.ingest.providers", "");
        return Arrays.stream(providers.split(",")).map(String::strip).anyMatch("asterisk"::equalsIgnoreCase);
    }
}
