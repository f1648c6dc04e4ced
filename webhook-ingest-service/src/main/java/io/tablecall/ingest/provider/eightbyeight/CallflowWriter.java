package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.callflow.Directive;
import io.tablecall.ingest.provider.eightbyeight.Callflow.Action;
import io.tablecall.ingest.provider.eightbyeight.Callflow.MakeCall;
import io.tablecall.ingest.provider.eightbyeight.Callflow.Say;
import io.tablecall.ingest.provider.eightbyeight.Callflow.SayAndCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Puts a turn's directives into a callflow. */
@Component
class CallflowWriter {

    private static final Pattern NUMBER = Pattern.compile("\\+?[1-9][0-9]{5,14}");
    private static final int LONGEST_TEXT = 3000;
    private static final int LONGEST_CAPTURE = 25;

    /** It is not documented whether the prompt's own length counts, so it must fit. */
    private static final long OVERALL_MILLIS = 30_000;

    private final Voices voices;
    private final ObjectWriter json;

    CallflowWriter(Voices voices, JsonMapper mapper) {
        this.voices = voices;
        this.json = mapper.writerFor(Callflow.class);
    }

    /** @param caller the number the call is made from; null when 8x8 did not tell */
    String write(@Nullable String clientActionId, List<Directive> directives, @Nullable String caller) {
        var actions = new ArrayList<Action>();
        for (var directive : joined(directives)) {
            add(actions, directive, caller);
        }
        if (actions.isEmpty()) {
            actions.add(Action.hangup());
        }
        return json.writeValueAsString(new Callflow(clientActionId, actions));
    }

    private void add(List<Action> actions, Directive directive, @Nullable String caller) {
        switch (directive) {
            case Directive.Say say -> actions.add(Action.of(say(say.text(), say.language(), say.voice())));
            case Directive.Ask ask -> actions.add(Action.of(capture(ask)));
            case Directive.Transfer transfer -> connect(actions, transfer.destination(), caller);
            case Directive.Queue queue -> connect(actions, queue.name(), caller);
            case Directive.Extension extension -> connect(actions, extension.extension(), caller);
            case Directive.Voicemail voicemail -> connect(actions, voicemail.box(), caller);
            case Directive.HangUp _ -> actions.add(Action.hangup());
        }
    }

    /** 8x8 can ring a number, but has no PBX behind it. */
    private void connect(List<Action> actions, String destination, @Nullable String caller) {
        if (caller != null && NUMBER.matcher(destination).matches()) {
            actions.add(Action.of(new MakeCall(caller, destination)));
        } else {
            actions.add(Action.of(say(Apology.NOT_CONNECTED, Apology.LANGUAGE, "")));
            actions.add(Action.hangup());
        }
    }

    private Say say(String text, String language, String voice) {
        return new Say(bounded(text), voices.of(language, voice), 1, 1.0);
    }

    /** One try: 8x8 does not know which keys are valid, so asking again is left to the flow. */
    private SayAndCapture capture(Directive.Ask ask) {
        int most = Math.clamp(ask.maxDigits(), 1, LONGEST_CAPTURE);
        long patience = Math.max(ask.timeout().toMillis(), 1);
        return new SayAndCapture(
                bounded(ask.text()),
                voices.of(ask.language(), ask.voice()),
                1,
                1.0,
                1,
                most,
                patience,
                Math.max(OVERALL_MILLIS, 2 * patience),
                most > 1,
                1,
                null,
                null);
    }

    /** What is only said before a question becomes part of it: a webhook after mere words could be taken for silence. */
    private static List<Directive> joined(List<Directive> directives) {
        var joined = new ArrayList<Directive>();
        for (var directive : directives) {
            if (directive instanceof Directive.Ask ask
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Directive.Say say
                    && say.language().equals(ask.language())
                    && say.text().length() + ask.text().length() < LONGEST_TEXT) {
                joined.removeLast();
                joined.add(new Directive.Ask(
                        ask.menuId(),
                        say.text() + ' ' + ask.text(),
                        ask.language(),
                        ask.voice(),
                        ask.timeout(),
                        ask.maxDigits()));
            } else if (directive instanceof Directive.Say say
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Directive.Say before
                    && before.language().equals(say.language())
                    && before.text().length() + say.text().length() < LONGEST_TEXT) {
                joined.removeLast();
                joined.add(new Directive.Say(before.text() + ' ' + say.text(), say.language(), say.voice()));
            } else {
                joined.add(directive);
            }
        }
        return joined;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
