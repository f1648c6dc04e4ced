package io.tablecall.localstack.demo;

import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRefused;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.CallUnclear;
import io.tablecall.schemas.call.ConversationEnded;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.MenuEntered;

/** One event of a call in a few words, fit to be shown: no number, no name, nothing that was said. */
final class Story {

    private Story() {}

    static String of(CallEvent event) {
        return switch (event.getDetail()) {
            case CallRequested _ -> "dialling, attempt " + event.getAttempt();
            case CallPlaced _ -> "accepted by the provider";
            case CallRefused refused -> "refused by the provider: " + refused.getReason();
            case CallUnclear unclear -> "answer of the provider unknown: " + unclear.getReason();
            case CallRinging _ -> "ringing";
            case CallAnswered _ -> "answered";
            case MenuEntered menu -> "hears menu " + menu.getMenuId() + " in " + menu.getLanguage();
            case DigitsPressed pressed -> "presses " + pressed.getDigits();
            case AnswerRecorded answer -> "answer: " + answer.getAnswer();
            case ConversationEnded ended -> "conversation over: " + ended.getReason();
            case CallEnded ended -> "call over: " + ended.getStatus();
            case Object stranger -> stranger.getClass().getSimpleName();
        };
    }
}
