package io.tablecall.callflow;

/** What a turn has established, to be told to others. */
public sealed interface Fact {
    /** A menu's prompt begins, for the first time or again. */
    record MenuEntered(String menuId, String language, String prompt) implements Fact {}

    /** Keys pressed while this menu was asking, valid or not. */
    record DigitsPressed(String menuId, String digits) implements Fact {}

    /** An answer, by a key in the menu that asked for it; nothing else is consent. */
    record AnswerRecorded(String answer, String menuId, String digits) implements Fact {}

    /** No menu will ask again. The reason is one of {@link Ending}'s names. */
    record ConversationEnded(String reason) implements Fact {
        ConversationEnded(Ending ending) {
            this(ending.name());
        }
    }

    /** Why a conversation is over. */
    enum Ending {
        /** The flow was walked to an end, or was closed for the day. */
        COMPLETED,
        /** Retries ran out on silence, wrong keys or failed transfers, and the line is hung up. */
        NO_INPUT,
        /** The guest was handed on. */
        TRANSFERRED,
        /** The guest hung up. */
        HUNG_UP,
        /** The position does not belong to this flow. */
        FAILED
    }
}
