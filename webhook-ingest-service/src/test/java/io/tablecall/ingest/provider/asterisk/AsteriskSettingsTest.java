package io.tablecall.ingest.provider.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;

class AsteriskSettingsTest {
    private static final List<String> ALL = List.of(
            "tablecall.ingest.providers=8x8, asterisk",
            "tablecall.asterisk.http-url=http://pbx:8088",
            "tablecall.asterisk.username=ariuser",
            "tablecall.asterisk.password=secret",
            "tablecall.prompts.cache-directory=/tmp",
            "tablecall.prompts.base-url=http://ingest:8081");

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(AsteriskConfiguration.class);

    @Test
    void without_asterisk_among_the_providers_nothing_of_it_is_there() {
        runner.withPropertyValues("tablecall.ingest.providers=8x8")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AsteriskLifecycle.class));
    }

    @ParameterizedTest
    @CsvSource({
        "tablecall.asterisk.http-url, '', ARI_HTTP_URL is not set",
        "tablecall.asterisk.http-url, pbx:8088, ARI_HTTP_URL is not an http or https URL",
        "tablecall.asterisk.http-url, http://p bx, ARI_HTTP_URL is not a URL",
        "tablecall.asterisk.username, '', ARI_USERNAME is not set",
        "tablecall.asterisk.password, '', ARI_PASSWORD is not set",
        "tablecall.asterisk.app, ' ', ARI_APP is not set",
        "tablecall.prompts.base-url, '', PROMPT_BASE_URL is not set",
        "tablecall.prompts.delivery, ftp, PROMPT_DELIVERY is neither url nor directory",
        "tablecall.prompts.delivery, directory, PROMPT_DIRECTORY is not set"
    })
    void the_start_ends_in_one_line_that_names_the_variable(String property, String value, String line) {
        var properties = Stream.concat(ALL.stream(), Stream.of(property + "=" + value));

        runner.withPropertyValues(properties.toArray(String[]::new)).run(context -> {
            var cause = NestedExceptionUtils.getMostSpecificCause(Objects.requireNonNull(context.getStartupFailure()));
            assertThat(cause)
                    .isInstanceOf(UnusableAsteriskSetting.class)
                    .hasMessage(line + ", and PROVIDERS names asterisk");
            var told = new UnusableAsteriskSetting.Analyzer().analyze(cause);
            assertThat(told).isNotNull().extracting("description").isEqualTo(cause.getMessage());
        });
    }

    @Test
    void the_password_is_not_printed() {
        var environment = new MockEnvironment().withProperty("tablecall.asterisk.password", "secret");

        var properties = Binder.get(environment).bindOrCreate("tablecall.asterisk", AsteriskProperties.class);

        assertThat(properties.toString()).doesNotContain("secret");
    }
}
