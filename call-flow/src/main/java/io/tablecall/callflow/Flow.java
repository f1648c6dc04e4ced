package io.tablecall.callflow;

import io.tablecall.callflow.document.FlowCheck;
import io.tablecall.callflow.document.FlowDocument;
import io.tablecall.callflow.document.InvalidFlow;
import io.tablecall.callflow.document.SpokenLanguage;
import io.tablecall.callflow.wording.Wording;
import java.util.Locale;
import java.util.function.Predicate;

/** A flow that was found sound, with its prompts compiled. Dear to make and safe to share: make one per version. */
public final class Flow {
    private final FlowDocument document;
    private final Wording wording;

    private Flow(FlowDocument document) {
        this.document = document;
        this.wording = Wording.of(document);
    }

    /**
     * Checks a flow and compiles its prompts.
     *
     * @throws InvalidFlow with everything that is wrong with it
     */
    public static Flow of(FlowDocument document) {
        var problems = FlowCheck.problems(document);
        if (!problems.isEmpty()) throw new InvalidFlow(problems);
        return new Flow(document);
    }

    public String id() {
        return document.id();
    }

    public int version() {
        return document.version();
    }

    public FlowDocument document() {
        return document;
    }

    /** The language asked for, else one that shares its language part, else the flow's first. */
    public SpokenLanguage spoken(String requested) {
        var wanted = requested.replace('_', '-');
        return first(
                it -> it.equalsIgnoreCase(wanted),
                first(it -> part(it).equals(part(wanted)), document.languages().getFirst()));
    }

    Wording wording() {
        return wording;
    }

    private SpokenLanguage first(Predicate<String> fits, SpokenLanguage otherwise) {
        return document.languages().stream()
                .filter(it -> fits.test(it.code()))
                .findFirst()
                .orElse(otherwise);
    }

    private static String part(String code) {
        return Locale.forLanguageTag(code).getLanguage();
    }

    @Override
    public String toString() {
        return "Flow[" + id() + " v" + version() + "]";
    }
}
