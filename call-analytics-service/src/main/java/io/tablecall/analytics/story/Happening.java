package io.tablecall.analytics.story;

import org.jspecify.annotations.Nullable;

/** What happened, in the order of a call's life: providers' clocks are coarse, so {@link #rank} breaks ties in time. */
public sealed interface Happening {

    /** Place in a call's life; lower comes first. */
    int rank();

    /** The words staff read on a call's timeline. */
    String told();

    /**
     * The attempt was committed.
     *
     * @param number masked
     */
    record Requested(String number, String restaurant) implements Happening {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String told() {
            return "call requested for " + restaurant;
        }
    }

    /** The provider took the dial. */
    record Placed() implements Happening {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String told() {
            return "accepted by the provider";
        }
    }

    /** The provider did not dial. */
    record Refused(String reason) implements Happening {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String told() {
            return "refused by the provider: " + reason;
        }
    }

    /** Nobody knows whether the provider dialled. */
    record Unclear(String reason) implements Happening {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String told() {
            return "the provider's answer is unknown: " + reason;
        }
    }

    /** The phone rings. */
    record Ringing() implements Happening {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String told() {
            return "ringing";
        }
    }

    /** Somebody or something picked up. */
    record Answered() implements Happening {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String told() {
            return "answered";
        }
    }

    /** A menu began to speak. */
    record Asked(String menu, String language, String prompt) implements Happening {
        @Override
        public int rank() {
            return 4;
        }

        @Override
        public String told() {
            return "menu %s (%s)".formatted(menu, language);
        }
    }

    /** The guest pressed keys. */
    record Pressed(String digits) implements Happening {
        @Override
        public int rank() {
            return 5;
        }

        @Override
        public String told() {
            return "pressed " + digits;
        }
    }

    /** The guest gave an answer. */
    record Answer(String answer, String digits) implements Happening {
        @Override
        public int rank() {
            return 6;
        }

        @Override
        public String told() {
            return "answer recorded: " + answer;
        }
    }

    /** The flow came to its end. */
    record Concluded(String reason) implements Happening {
        @Override
        public int rank() {
            return 7;
        }

        @Override
        public String told() {
            return "conversation ended: " + reason;
        }
    }

    /** The line closed. */
    record Ended(
            CallStatus status,
            @Nullable String cause,
            @Nullable String causeText,
            @Nullable Double talkSeconds) implements Happening {
        @Override
        public int rank() {
            return 8;
        }

        @Override
        public String told() {
            var why = causeText != null ? causeText : cause;
            return "ended: " + status.word() + (why == null ? "" : " (" + why + ")");
        }
    }
}
