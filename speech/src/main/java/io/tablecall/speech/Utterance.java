package io.tablecall.speech;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What to say, in which language (BCP 47, such as {@code en} or {@code zh-CN}) and with which voice. A voice names a
 * gender somewhere ({@code female}, {@code en-US-male}); anything else means the engine's own. Prints without its
 * text, which may name a guest.
 */
public record Utterance(String text, String language, String voice) {

    private static final int LONGEST = 4_000;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    public Utterance {
        if (text.isBlank()) {
            throw new IllegalArgumentException("nothing to say");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("more than " + LONGEST + " characters to say");
        }
        if (!TAG.matcher(language).matches()) {
            throw new IllegalArgumentException("not a language tag");
        }
    }

    Locale locale() {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    Gender gender() {
        var wanted = voice.toLowerCase(Locale.ROOT);
        if (wanted.contains("female")) {
            return Gender.FEMALE;
        }
        return wanted.contains("male") ? Gender.MALE : Gender.ANY;
    }

    @Override
    public String toString() {
        return "Utterance[text=***, language=%s, voice=%s]".formatted(language, voice);
    }

    enum Gender {
        FEMALE,
        MALE,
        ANY
    }
}
