package io.tablecall.simulator.guest;

import io.tablecall.simulator.guest.Step.Answer;
import io.tablecall.simulator.guest.Step.CutOff;
import io.tablecall.simulator.guest.Step.HangUp;
import io.tablecall.simulator.guest.Step.Press;
import io.tablecall.simulator.guest.Step.Refuse;
import io.tablecall.simulator.guest.Step.Ring;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whoever has the number: a script both providers play the same way. */
public record Guest(String name, List<Step> script) {

    private static final Duration RINGING = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofMillis(1500);

    public Guest {
        script = List.copyOf(script);
    }

    /** The guest behind a number, told by its last two digits; {@code ring} counts this number's rings from 1. */
    static Guest of(String number, int ring) {
        return switch (number.substring(Math.max(0, number.length() - 2))) {
            case "02" -> presses("cancels", "0");
            case "03" -> presses("wrong key, then confirms", "7", "1");
            case "04" -> presses("silent");
            case "05" -> refuses("busy", 486);
            case "06" -> refuses("declines", 603);
            case "07" -> new Guest("does not answer", List.of(new Ring(Duration.ofHours(1))));
            case "08" -> answers("hangs up at once", new HangUp(Duration.ofMillis(300)));
            case "09" -> answers("hangs up mid-prompt", new CutOff(MOMENT));
            case "10" -> new Guest("no such number", List.of(new Refuse(404)));
            case "11" -> new Guest("no line free", List.of(new Refuse(503)));
            case "12" -> new Guest("never replies", List.of());
            case "13" -> ring % 2 == 1 ? refuses("busy, then confirms", 486) : presses("busy, then confirms", "1");
            case "14" -> presses("opts out", "9");
            case "15" -> presses("repeats, then confirms", "8", "1");
            default -> presses("confirms", "1");
        };
    }

    private static Guest presses(String name, String... digits) {
        return answers(
                name, Stream.of(digits).map(each -> new Press(each, MOMENT)).toArray(Step[]::new));
    }

    private static Guest refuses(String name, int sip) {
        return new Guest(name, List.of(new Ring(RINGING), new Refuse(sip)));
    }

    private static Guest answers(String name, Step... then) {
        return new Guest(
                name,
                Stream.concat(Stream.of(new Ring(RINGING), new Answer()), Stream.of(then))
                        .toList());
    }
}
