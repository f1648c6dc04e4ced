package io.tablecall.callflow.document;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a flow in the language's shape, with its defaults spelled out and what it does not have left out. */
final class FlowWriter {
    private FlowWriter() {}

    static ObjectNode write(FlowDocument flow) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", flow.id());
        if (flow.version() != 1) json.put("version", flow.version());
        json.put("tenant", flow.tenant());
        json.put("entry_context", flow.entryContext());
        json.put("tts_backend", flow.ttsBackend().word());
        var languages = json.putArray("languages");
        flow.languages()
                .forEach(it -> languages.addObject().put("code", it.code()).put("voice", it.voice()));
        each(json.putObject("prompts"), flow.prompts(), FlowWriter::prompt);
        each(json.putObject("menus"), flow.menus(), FlowWriter::menu);
        if (flow.businessHours() != null) hours(json.putObject("business_hours"), flow.businessHours());
        optional(json, "voicemail_fallback", flow.voicemailFallback());
        json.putObject("call_recording")
                .put("enabled", flow.callRecording().enabled())
                .put("format", flow.callRecording().format());
        json.put("max_call_duration", flow.maxCallDuration());
        optional(json, "created_at", flow.createdAt());
        optional(json, "updated_at", flow.updatedAt());
        return json;
    }

    private static void prompt(ObjectNode json, Prompt prompt) {
        var text = json.putObject("text");
        prompt.text().forEach(text::put);
    }

    private static void menu(ObjectNode json, Menu menu) {
        json.put("id", menu.id());
        json.put("prompt", menu.prompt());
        json.put("timeout_sec", menu.timeoutSec());
        json.put("max_retries", menu.maxRetries());
        each(json.putObject("options"), menu.options(), ActionWriter::write);
        var fallback = menu.fallbackAction();
        if (fallback != null) json.put("fallback_action", fallback.word());
        optional(json, "parent_menu", menu.parentMenu());
        optional(json, "invalid_prompt", menu.invalidPrompt());
        optional(json, "silence_prompt", menu.silencePrompt());
        optional(json, "farewell_prompt", menu.farewellPrompt());
    }

    private static void hours(ObjectNode json, BusinessHours hours) {
        json.put("name", hours.name());
        var week = json.putObject("timeframes");
        hours.timeframes().forEach((day, ranges) -> day(week, day, ranges));
        json.put("timezone", hours.timezone().getId());
        optional(json, "closed_prompt", hours.closedPrompt());
    }

    private static void day(ObjectNode week, DayOfWeek day, List<TimeRange> ranges) {
        var array = week.putArray(BusinessHoursReader.word(day));
        ranges.forEach(it -> array.add(it.toText()));
    }

    private static <T> void each(ObjectNode json, Map<String, T> members, BiConsumer<ObjectNode, T> write) {
        members.forEach((name, member) -> write.accept(json.putObject(name), member));
    }

    static void optional(ObjectNode json, String name, @Nullable String text) {
        if (text != null) json.put(name, text);
    }
}
