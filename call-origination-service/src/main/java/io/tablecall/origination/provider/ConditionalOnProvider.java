package io.tablecall.origination.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** The configuration counts only when {@code PROVIDERS} names the provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnProvider.class)
public @interface ConditionalOnProvider {
    String value();
}
