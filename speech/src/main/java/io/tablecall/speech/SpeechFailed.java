package io.tablecall.speech;

/** An engine could not speak this time; another one may. */
final class SpeechFailed extends Exception {

    SpeechFailed(String message) {
        super(message);
    }

    SpeechFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
