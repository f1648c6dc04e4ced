package io.tablecall.origination.provider;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks for the provider in the configured list. */
final class OnProvider implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted = Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnProvider.class.getName()))
                .get("value");
        var configured = context.getEnvironment().getProperty("tablecall.origination.providers", "8x8");
        return Arrays.stream(configured.split(",", -1)).map(String::strip).anyMatch(name -> name.equals(wanted));
    }
}
