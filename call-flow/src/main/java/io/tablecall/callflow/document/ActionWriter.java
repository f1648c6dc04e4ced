package io.tablecall.callflow.document;

import static io.tablecall.callflow.document.FlowWriter.optional;

import tools.jackson.databind.node.ObjectNode;

/** Writes what a key does, as {@link ActionReader} reads it. */
final class ActionWriter {
    private ActionWriter() {}

    static void write(ObjectNode json, Action action) {
        switch (action) {
            case Action.ToMenu(var menu) -> json.put("action", "menu").put("menu_ref", menu);
            case Action.ToQueue(var queue) -> json.put("action", "queue").put("queue_ref", queue);
            case Action.ToExtension(var context, var extension) ->
                json.put("action", "extension").put("context", context).put("extension", extension);
            case Action.ToVoicemail(var box, var context) ->
                json.put("action", "voicemail").put("voicemail_box", box).put("context", context);
            case Action.HangUp(var prompt) -> optional(json.put("action", "hangup"), "prompt", prompt);
            case Action.Transfer(var destination, var timeout) -> {
                json.put("action", "transfer").put("destination", destination);
                if (timeout != null) json.put("timeout", timeout);
            }
            case Action.SwitchLanguage(var language, var prompt) ->
                optional(json.put("action", "language").put("language", language), "prompt", prompt);
            case Action.Outcome(var answer, var prompt) ->
                optional(json.put("action", "outcome").put("answer", answer), "prompt", prompt);
            case AddedAction added -> added.write(json.put("action", added.kind()));
        }
    }
}
