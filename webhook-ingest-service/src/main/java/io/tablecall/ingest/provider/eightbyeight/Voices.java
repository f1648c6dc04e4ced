package io.tablecall.ingest.provider.eightbyeight;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 8x8's voices.
 *
 * @param voices voice profile by BCP 47 tag, or by language alone; the account's {@code speech-profiles} name them
 */
@ConfigurationProperties("tablecall.eight-by-eight")
record Voices(@DefaultValue Map<String, String> voices) {

    private static final Map<String, String> DOCUMENTED =
            Map.of("en-US", "en-US-BenjaminRUS", "en-IE", "en-IE-EmilyNeural", "en-GB", "en-GB-Emma");

    Voices {
        voices = Map.copyOf(voices);
    }

    String of(String language) {
        var configured = voices.get(language);
        if (configured == null) {
            configured = voices.get(language.split("-", 2)[0]);
        }
        return configured != null ? configured : DOCUMENTED.getOrDefault(language, language + "-Standard-A");
    }
}
