package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The exchange itself, and the answer to what it has not. */
@RestController
@RequestMapping("/ari")
class SystemEndpoint {

    private final InstantSource clock;
    private final String startup;

    SystemEndpoint(InstantSource clock) {
        this.clock = clock;
        this.startup = AriTime.of(clock.instant());
    }

    @GetMapping("/asterisk/ping")
    Pong ping() {
        return new Pong("pong", AriTime.of(clock.instant()), Applications.ASTERISK_ID);
    }

    @GetMapping("/asterisk/info")
    Facts info(@RequestParam(required = false) @Nullable Set<String> only) {
        var wanted = only == null || only.isEmpty() ? Set.of("build", "system", "config", "status") : only;
        return new Facts(
                wanted.contains("build") ? new Build("Linux", "6.1", "x86_64", "OPTIONAL_API", startup, "root") : null,
                wanted.contains("system") ? new SystemInfo("22.10.1", Applications.ASTERISK_ID) : null,
                wanted.contains("config") ? new Config("simulator", "en") : null,
                wanted.contains("status") ? new Status(startup, startup) : null);
    }

    @RequestMapping("/**")
    void unknown() {
        throw AriProblem.notFound("Resource");
    }

    record Pong(
            String ping,
            String timestamp,
            @JsonProperty("asterisk_id") String asteriskId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            @Nullable Build build,
            @Nullable SystemInfo system,
            @Nullable Config config,
            @Nullable Status status) {}

    record Build(String os, String kernel, String machine, String options, String date, String user) {}

    record SystemInfo(
            String version, @JsonProperty("entity_id") String entityId) {}

    record Config(
            String name, @JsonProperty("default_language") String defaultLanguage) {}

    record Status(
            @JsonProperty("startup_time") String startupTime,
            @JsonProperty("last_reload_time") String lastReloadTime) {}
}
