package io.tablecall.callflow.wording;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.regex.Pattern;

/** One prompt in one language, compiled once. A format is not safe to share, so it words one call at a time. */
final class Message {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private final MessageFormat format;

    /** The words themselves when they are always the same; else empty. */
    private final String constant;

    Message(String text, String language) {
        format = new MessageFormat(text, ULocale.forLanguageTag(language));
        constant = format.getArgumentNames().isEmpty() ? tidied(format.format(Map.of())) : "";
    }

    String words(Values values) {
        if (!constant.isEmpty()) return constant;
        var words = formatted(values.present());
        for (var placeholder : values.absent()) words = words.replace(placeholder, "");
        return tidied(words);
    }

    private synchronized String formatted(Map<String, Object> values) {
        return format.format(values);
    }

    private static String tidied(String words) {
        return SPACES.matcher(words).replaceAll(" ").strip();
    }
}
