package io.tablecall.ingest.provider.asterisk;

import io.tablecall.ingest.provider.asterisk.line.PromptDirectory;
import io.tablecall.ingest.provider.asterisk.line.PromptUrl;
import io.tablecall.ingest.provider.asterisk.line.SpokenPrompts;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How prompts come to Asterisk: {@code url}, it fetches them; {@code directory}, it reads where we write. */
@ConfigurationProperties("tablecall.prompts")
record PromptProperties(
        Path cacheDirectory,
        @DefaultValue("256MB") DataSize cacheSize,
        @DefaultValue("url") String delivery,
        @Nullable String baseUrl,
        @Nullable String directory) {

    SpokenPrompts.Delivery means() {
        return switch (delivery) {
            case "url" -> new PromptUrl(URI.create(AsteriskProperties.given("PROMPT_BASE_URL", baseUrl)));
            case "directory" -> new PromptDirectory(Path.of(AsteriskProperties.given("PROMPT_DIRECTORY", directory)));
            default -> throw new UnusableAsteriskSetting("PROMPT_DELIVERY", "is neither url nor directory");
        };
    }
}
