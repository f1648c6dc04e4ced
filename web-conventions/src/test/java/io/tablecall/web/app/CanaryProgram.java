package io.tablecall.web.app;

import java.net.URI;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Logs a phone number in every way a log line can carry one, and ends. */
public final class CanaryProgram {

    private CanaryProgram() {}

    public static void main(String[] arguments) {
        var application = new SpringApplication(CanaryProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var _ = application.run(arguments)) {
            LoggerFactory.getLogger("canary")
                    .atInfo()
                    .addKeyValue("number", arguments[0])
                    .addKeyValue("listed", List.of(arguments[0]))
                    .addKeyValue("address", URI.create("tel:" + arguments[0]))
                    .setCause(new IllegalStateException("cause", new IllegalArgumentException("of " + arguments[0])))
                    .log("canary sings to {} and leaves", arguments[0]);
        }
    }
}
