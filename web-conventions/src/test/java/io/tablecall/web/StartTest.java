package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.web.app.CanaryProgram;
import io.tablecall.web.app.TestService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {

    private static final String CANARY = "+6591234567";

    @ParameterizedTest
    @CsvSource({
        "TABLECALL_PASSWORD,'',is not set",
        "TABLECALL_USER,change-me,still holds a placeholder",
        "WEBHOOK_AUTH_TOKEN,' ',is not set"
    })
    void a_secret_that_is_blank_or_a_placeholder_ends_the_start(String variable, String value, String why)
            throws Exception {
        var secrets = new HashMap<>(Map.of(
                "TABLECALL_USER", "operator", "TABLECALL_PASSWORD", "op-pass-1", "WEBHOOK_AUTH_TOKEN", "hook-token-1"));
        secrets.put(variable, value);

        var ended = run(
                TestService.class, secrets, "--server.port=0", "--tablecall.web.required-secrets=WEBHOOK_AUTH_TOKEN");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output().lines().filter(line -> line.contains(variable)))
                .singleElement()
                .asString()
                .contains("environment variable " + variable + " " + why);
        assertThat(ended.output()).doesNotContain("op-pass-1", "\tat ");
    }

    @Test
    void json_logs_mask_the_canary_wherever_it_sings() throws Exception {
        var ended = run(CanaryProgram.class, Map.of(), CANARY);

        assertThat(ended.output())
                .doesNotContain("6591234567")
                .contains("canary sings to +***67", "\"number\":\"+***67\"", "of +***67");
    }

    @Test
    void plain_logs_mask_the_canary_too() throws Exception {
        var ended = run(CanaryProgram.class, Map.of("LOG_FORMAT", "plain"), CANARY);

        assertThat(ended.output()).doesNotContain("6591234567", "{\"").contains("canary sings to +***67", "of +***67");
    }

    private static Ended run(Class<?> program, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()),
                        Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("TABLECALL_USER", "TABLECALL_PASSWORD", "WEBHOOK_AUTH_TOKEN"));
        builder.environment().putAll(variables);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private record Ended(int status, String output) {}
}
