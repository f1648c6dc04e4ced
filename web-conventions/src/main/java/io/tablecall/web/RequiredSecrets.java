package io.tablecall.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Ends the start before anything is built when a secret is missing or was never filled in. */
final class RequiredSecrets implements BeanFactoryPostProcessor {

    private static final List<String> ALWAYS = List.of("TABLECALL_USER", "TABLECALL_PASSWORD");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change[-_ ]?(me|it|this).*|replace[-_ ]?(me|it|this).*|your[-_ ].*|<.*>|\\$\\{.*}|x{3,}|todo|tbd|placeholder",
            Pattern.CASE_INSENSITIVE);

    private final Environment environment;

    RequiredSecrets(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ALWAYS.forEach(this::check);
        Binder.get(environment)
                .bind("tablecall.web.required-secrets", Bindable.listOf(String.class))
                .orElse(List.of())
                .forEach(this::check);
    }

    private void check(String variable) {
        var value = environment.getProperty(variable);
        if (value == null || value.isBlank()) {
            throw new UnusableSecret(variable, "is not set");
        }
        if (PLACEHOLDER.matcher(value.strip()).matches()) {
            throw new UnusableSecret(variable, "still holds a placeholder");
        }
    }
}
