package io.tablecall.callflow.document;

import java.util.HashMap;
import java.util.Map;

/** Reads what a key does, whichever kind it is. */
final class ActionReader {
    private static final int LONGEST_TRANSFER = 600;

    private final Map<String, ActionKind> added;

    ActionReader(Iterable<ActionKind> kinds) {
        var byName = new HashMap<String, ActionKind>();
        kinds.forEach(it -> byName.put(it.name(), it));
        added = Map.copyOf(byName);
    }

    Action read(Fields option) {
        var word = option.text("action");
        return switch (word) {
            case "menu" -> new Action.ToMenu(option.text("menu_ref"));
            case "queue" -> new Action.ToQueue(option.text("queue_ref"));
            case "extension" -> new Action.ToExtension(option.text("context"), option.text("extension"));
            case "voicemail" -> new Action.ToVoicemail(option.text("voicemail_box"), option.text("context"));
            case "hangup" -> new Action.HangUp(option.optionalText("prompt"));
            case "transfer" ->
                new Action.Transfer(option.text("destination"), option.optionalNumber("timeout", 1, LONGEST_TRANSFER));
            case "language" -> new Action.SwitchLanguage(option.text("language"), option.optionalText("prompt"));
            case "outcome" -> new Action.Outcome(option.text("answer"), option.optionalText("prompt"));
            default -> readAdded(word, option);
        };
    }

    private Action readAdded(String word, Fields option) {
        var kind = added.get(word);
        if (kind != null) return kind.read(option);
        if (!word.isEmpty()) option.wrong("action", "is no known action: " + word);
        return new Action.HangUp(null);
    }
}
