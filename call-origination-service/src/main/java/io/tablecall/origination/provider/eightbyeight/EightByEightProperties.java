package io.tablecall.origination.provider.eightbyeight;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we reach 8x8 and how it shall sound.
 *
 * @param voices voice profile by BCP 47 tag, or by language alone, in place of the flow's
 * @param fallbackVoice for a flow that names none
 */
@ConfigurationProperties("tablecall.eight-by-eight")
record EightByEightProperties(
        @DefaultValue("https://voice.8x8.com") URI baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String subaccountId,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Map<String, String> voices,
        @DefaultValue("en-US-BenjaminRUS") String fallbackVoice) {

    EightByEightProperties {
        voices = Map.copyOf(voices);
    }

    /** The voice set here for the language, else the one the flow names, else the fallback. */
    String voiceFor(String language, String flowVoice) {
        var spoken = voices.get(language);
        return spoken != null
                ? spoken
                : voices.getOrDefault(language.split("-", 2)[0], flowVoice.isBlank() ? fallbackVoice : flowVoice);
    }

    @Override
    public String toString() {
        return "EightByEightProperties[baseUrl=%s, apiKey=***]".formatted(baseUrl);
    }
}
