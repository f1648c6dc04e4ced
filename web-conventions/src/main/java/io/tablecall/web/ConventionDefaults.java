package io.tablecall.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds our conventions as the weakest source of properties, so that any setting of a service wins over them. */
final class ConventionDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var plain = "plain".equalsIgnoreCase(environment.getProperty("LOG_FORMAT"));
        add(environment, "conventions.properties");
        add(environment, plain ? "plain-logs.properties" : "json-logs.properties");
    }

    private static void add(ConfigurableEnvironment environment, String file) {
        try {
            var resource = new ClassPathResource(file, ConventionDefaults.class);
            environment.getPropertySources().addLast(new ResourcePropertySource("web-conventions/" + file, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
