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

    /** The voice the vendor's documents use throughout. */
    private static final String DOCUMENTED = "en-US-BenjaminRUS";

    Voices {
        voices = Map.copyOf(voices);
    }

    /** The configured voice, else the flow's own, else one that every account has. */
    String of(String language, String flowsVoice) {
        var configured = voices.getOrDefault(language, voices.get(language.split("-", 2)[0]));
        if (configured != null) {
            return configured;
        }
        return flowsVoice.isBlank() ? DOCUMENTED : flowsVoice;
    }
}
