package io.tablecall.callflow.document;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Optional;

/** Whether a text can be worded. */
final class MessageCheck {
    private MessageCheck() {}

    static Optional<String> fault(String text) {
        try {
            var format = new MessageFormat(text, ULocale.ROOT);
            return format.usesNamedArguments() || format.getArgumentNames().isEmpty()
                    ? Optional.empty()
                    : Optional.of("must name its values, not number them");
        } catch (IllegalArgumentException e) {
            return Optional.of("is no message: " + e.getMessage());
        }
    }
}
