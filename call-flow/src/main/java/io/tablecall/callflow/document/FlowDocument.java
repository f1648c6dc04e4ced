package io.tablecall.callflow.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it is written. The order of menus and options is kept, for it carries meaning.
 *
 * @param version an addition to the language: a call keeps the version it began with
 * @param createdAt as written; nothing here reads the clock
 */
public record FlowDocument(
        String id,
        int version,
        String tenant,
        String entryContext,
        TtsBackend ttsBackend,
        List<SpokenLanguage> languages,
        Map<String, Prompt> prompts,
        Map<String, Menu> menus,
        @Nullable BusinessHours businessHours,
        @Nullable String voicemailFallback,
        CallRecording callRecording,
        int maxCallDuration,
        @Nullable String createdAt,
        @Nullable String updatedAt) {

    private static final String ROOT = "root";

    public FlowDocument {
        languages = List.copyOf(languages);
        prompts = Collections.unmodifiableMap(new LinkedHashMap<>(prompts));
        menus = Collections.unmodifiableMap(new LinkedHashMap<>(menus));
    }

    /** Where a conversation starts: the menu {@code root}, else the first one written. */
    public String entryMenu() {
        return menus.containsKey(ROOT) ? ROOT : menus.keySet().iterator().next();
    }

    public Optional<SpokenLanguage> language(String code) {
        return languages.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The queue that {@link Fallback#QUEUE} means in this menu: the first it offers, else the first any menu offers. */
    public Optional<String> fallbackQueue(Menu menu) {
        return Stream.concat(Stream.of(menu), menus.values().stream())
                .flatMap(it -> it.options().values().stream())
                .flatMap(it -> it.mayBecome().stream())
                .flatMap(it -> it instanceof Action.ToQueue(var queue) ? Stream.of(queue) : Stream.empty())
                .findFirst();
    }
}
