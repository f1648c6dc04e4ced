package io.tablecall.callflow;

import io.tablecall.callflow.document.Action;
import io.tablecall.callflow.document.CallRecording;
import io.tablecall.callflow.document.Fallback;
import io.tablecall.callflow.document.FlowDocument;
import io.tablecall.callflow.document.Menu;
import io.tablecall.callflow.document.Prompt;
import io.tablecall.callflow.document.SpokenLanguage;
import io.tablecall.callflow.document.TtsBackend;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Flows of every shape that validation lets through, and whatever guests may do to them. */
final class SoundFlows {
    private static final List<String> KEYS = List.of("0", "1", "2", "3", "12", "*", "#");
    private static final List<Fallback> FALLBACKS = List.copyOf(EnumSet.allOf(Fallback.class));
    private static final List<SpokenLanguage> LANGUAGES =
            List.of(new SpokenLanguage("en-US", "Joanna"), new SpokenLanguage("es-US", "Lupe"));

    private final Random random;
    private final int size;

    private SoundFlows(Random random) {
        this.random = random;
        this.size = 1 + random.nextInt(5);
    }

    static Arbitrary<Flow> flows() {
        return Arbitraries.longs().map(seed -> Flow.of(new SoundFlows(new Random(seed)).document()));
    }

    static Arbitrary<List<Input>> inputs() {
        var digits = Arbitraries.of("0", "1", "2", "3", "12", "*", "#", "7", "1#", "")
                .map(Input.Digits::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, digits.map(it -> (Input) it)),
                        Tuple.of(3, Arbitraries.of((Input) new Input.Silence())),
                        Tuple.of(2, Arbitraries.of((Input) new Input.TransferFailed())),
                        Tuple.of(1, Arbitraries.of((Input) new Input.HungUp())))
                .list()
                .ofMaxSize(80);
    }

    private FlowDocument document() {
        var menus = new LinkedHashMap<String, Menu>();
        IntStream.range(0, size).forEach(it -> menus.put("m" + it, menu(it)));
        return new FlowDocument(
                "any",
                1,
                "default",
                "dp-ivr-any",
                TtsBackend.LOCAL,
                LANGUAGES,
                Map.of("p", prompt()),
                menus,
                null,
                "1000",
                new CallRecording(false, "wav"),
                300,
                null,
                null);
    }

    /** The first key leads on to the next menu, so that none is out of reach. */
    private Menu menu(int index) {
        var options = new LinkedHashMap<String, Action>();
        KEYS.stream().filter(it -> random.nextBoolean()).forEach(it -> options.put(it, action()));
        if (index + 1 < size) options.put("0", new Action.ToMenu("m" + (index + 1)));
        else options.put("0", new Action.ToQueue("q"));
        var parent = random.nextInt(size);
        return new Menu(
                "m" + index,
                "p",
                5,
                random.nextInt(4),
                options,
                random.nextBoolean() ? FALLBACKS.get(random.nextInt(FALLBACKS.size())) : null,
                parent == index ? null : "m" + parent,
                random.nextBoolean() ? "p" : null,
                null,
                "p");
    }

    private Action action() {
        return switch (random.nextInt(8)) {
            case 0 -> new Action.ToQueue("q");
            case 1 -> new Action.ToExtension("c", "1");
            case 2 -> new Action.ToVoicemail("1", "c");
            case 3 -> new Action.HangUp("p");
            case 4 -> new Action.Transfer("+6561234567", null);
            case 5 -> new Action.SwitchLanguage("es-US", "p");
            case 6 -> new Action.Outcome("CONFIRMED", null);
            default -> new Action.ToMenu("m" + random.nextInt(size));
        };
    }

    private static Prompt prompt() {
        return new Prompt(Map.of("en-US", "Press a key.", "es-US", "Pulse una tecla."));
    }
}
