package io.tablecall.callflow.document;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a key does. */
public sealed interface Action permits Action.Known, AddedAction {

    /** All that it can come to when its key is pressed; a known action comes to itself. */
    List<Known> mayBecome();

    /** An action of the language itself. */
    sealed interface Known extends Action {
        @Override
        default List<Known> mayBecome() {
            return List.of(this);
        }
    }

    record ToMenu(String menuRef) implements Known {}

    record ToQueue(String queueRef) implements Known {}

    record ToExtension(String context, String extension) implements Known {}

    record ToVoicemail(String voicemailBox, String context) implements Known {}

    record HangUp(@Nullable String prompt) implements Known {}

    record Transfer(String destination, @Nullable Integer timeoutSec) implements Known {
        private static final int USUAL_SECONDS = 30;

        public Duration timeout() {
            return Duration.ofSeconds(timeoutSec == null ? USUAL_SECONDS : timeoutSec);
        }
    }

    /** Goes on in another language and voice; the menu is asked anew. */
    record SwitchLanguage(String language, @Nullable String prompt) implements Known {}

    /** Records the guest's answer, acknowledges it and hangs up. */
    record Outcome(String answer, @Nullable String prompt) implements Known {}
}
