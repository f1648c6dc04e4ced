package io.tablecall.callflow.wording;

import io.tablecall.callflow.document.FlowDocument;
import io.tablecall.callflow.document.Prompt;
import io.tablecall.callflow.document.SpokenLanguage;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All prompts of a flow, compiled. Beside a call's own values a prompt may name {@code has_x}, which is {@code yes} or
 * {@code no}, and {@code x_digits}, which spells {@code x} digit by digit. A value that some prompt asks {@code has_} of
 * may be absent; every other must be there. Safe to share between calls.
 */
public final class Wording {
    private final Map<Line, Message> messages;
    private final Reading reading;

    private record Line(String prompt, String language) {}

    private Wording(Map<Line, Message> messages, Reading reading) {
        this.messages = messages;
        this.reading = reading;
    }

    public static Wording of(FlowDocument flow) {
        var messages = new HashMap<Line, Message>();
        flow.prompts()
                .forEach((id, prompt) -> flow.languages().stream()
                        .map(SpokenLanguage::code)
                        .forEach(code -> messages.put(new Line(id, code), message(prompt, code))));
        var texts = flow.prompts().values().stream()
                .flatMap(it -> it.text().values().stream())
                .collect(Collectors.toSet());
        return new Wording(Map.copyOf(messages), new Reading(Uses.in(texts)));
    }

    /**
     * Reads a call's texts as what the prompts want them.
     *
     * @throws IllegalArgumentException when a value is missing, or is not the time or number it is worded as
     */
    public Values values(Map<String, String> variables, ZoneId zone) {
        return reading.read(variables, zone);
    }

    /** The words of a prompt the flow has, in a language it speaks. */
    public String words(String prompt, String language, Values values) {
        var message = messages.get(new Line(prompt, language));
        if (message == null) throw new IllegalArgumentException("no prompt " + prompt + " in " + language);
        return message.words(values);
    }

    private static Message message(Prompt prompt, String code) {
        return new Message(prompt.text().getOrDefault(code, ""), code);
    }
}
