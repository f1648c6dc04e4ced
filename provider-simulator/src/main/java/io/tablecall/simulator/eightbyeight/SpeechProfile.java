package io.tablecall.simulator.eightbyeight;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A voice the provider speaks with. */
record SpeechProfile(String speechProfileCode, String localeCode, String localeDescription, String gender) {

    private static final List<String> LOCALES = List.of(
            "en-US", "en-GB", "en-SG", "en-AU", "en-IN", "en-IE", "zh-CN", "zh-HK", "zh-TW", "cmn-CN", "yue-HK",
            "ms-MY", "ta-IN", "ta-SG", "hi-IN", "te-IN", "kn-IN", "ml-IN", "mr-IN", "bn-IN", "gu-IN", "pa-IN", "id-ID",
            "th-TH", "vi-VN", "fil-PH", "ja-JP", "ko-KR", "da-DK", "de-DE", "fr-FR", "es-ES", "es-US", "it-IT", "nl-NL",
            "pt-BR", "ru-RU", "ar-XA");

    /** Every voice on offer: those the provider's documents name, and the usual series per locale. */
    static final List<SpeechProfile> ALL = Stream.concat(
                    Stream.of(
                            new SpeechProfile("en-US-BenjaminRUS", "en-US", "English US", "M"),
                            new SpeechProfile("en-US-ZiraRUS", "en-US", "English US", "F"),
                            new SpeechProfile("en-IE-EmilyNeural", "en-IE", "English Ireland", "F"),
                            new SpeechProfile("en-GB-Emma", "en-GB", "English UK", "F"),
                            new SpeechProfile("da-DK-Naja", "da-DK", "Danish", "F")),
                    LOCALES.stream().flatMap(SpeechProfile::series))
            .toList();

    private static final Set<String> CODES =
            ALL.stream().map(SpeechProfile::speechProfileCode).collect(Collectors.toUnmodifiableSet());

    static boolean known(String code) {
        return CODES.contains(code);
    }

    private static Stream<SpeechProfile> series(String locale) {
        return Stream.of("Standard-A", "Standard-B", "Standard-C", "Neural2-A", "Neural2-B", "Neural2-C", "Wavenet-A")
                .map(name -> new SpeechProfile(locale + "-" + name, locale, locale, name.endsWith("B") ? "M" : "F"));
    }
}
