package io.tablecall.callflow.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a flow's shape with the language's defaults; whether it hangs together is {@link FlowCheck}'s to judge. */
final class FlowReader {
    private static final int DAY_IN_SECONDS = 86_400;

    private final ActionReader actions;

    FlowReader(ActionReader actions) {
        this.actions = actions;
    }

    FlowDocument read(Fields flow) {
        var id = flow.text("id");
        return new FlowDocument(
                id,
                flow.number("version", 1, 1, Integer.MAX_VALUE),
                flow.text("tenant", "default"),
                flow.text("entry_context", "dp-ivr-" + id),
                ttsBackend(flow),
                flow.list("languages", it -> new SpokenLanguage(it.text("code"), it.text("voice"))),
                flow.each("prompts", FlowReader::prompt),
                flow.each("menus", this::menu),
                flow.object("business_hours").map(BusinessHoursReader::read).orElse(null),
                flow.optionalText("voicemail_fallback"),
                flow.object("call_recording").map(FlowReader::recording).orElse(CallRecording.OFF),
                flow.number("max_call_duration", 300, 1, DAY_IN_SECONDS),
                flow.optionalText("created_at"),
                flow.optionalText("updated_at"));
    }

    private static TtsBackend ttsBackend(Fields flow) {
        var word = flow.text("tts_backend", TtsBackend.LOCAL.word());
        var backend = TtsBackend.of(word);
        if (backend.isEmpty()) flow.wrong("tts_backend", "must be polly or local");
        return backend.orElse(TtsBackend.LOCAL);
    }

    private static Prompt prompt(Fields prompt) {
        return new Prompt(prompt.members("text"));
    }

    private static CallRecording recording(Fields recording) {
        return new CallRecording(recording.flag("enabled", false), recording.text("format", "wav"));
    }

    private Menu menu(Fields menu) {
        return new Menu(
                menu.text("id"),
                menu.text("prompt"),
                menu.number("timeout_sec", 5, 1, 60),
                menu.number("max_retries", 3, 0, 10),
                menu.each("options", actions::read),
                fallback(menu),
                menu.optionalText("parent_menu"),
                menu.optionalText("invalid_prompt"),
                menu.optionalText("silence_prompt"),
                menu.optionalText("farewell_prompt"));
    }

    private static @Nullable Fallback fallback(Fields menu) {
        var word = Optional.ofNullable(menu.optionalText("fallback_action"));
        var fallback = word.flatMap(Fallback::of);
        if (word.isPresent() && fallback.isEmpty()) {
            menu.wrong("fallback_action", "must be voicemail, queue or hangup");
        }
        return fallback.orElse(null);
    }
}
