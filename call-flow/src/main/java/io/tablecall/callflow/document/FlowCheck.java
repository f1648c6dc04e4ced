package io.tablecall.callflow.document;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a flow hangs together. Empty texts are passed over: the reader has complained of them already. */
public final class FlowCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final FlowDocument flow;
    private final Problems problems;

    private FlowCheck(FlowDocument flow, Problems problems) {
        this.flow = flow;
        this.problems = problems;
    }

    /** Everything that is wrong with a flow; empty when it can be spoken, and then it ends whatever the guest does. */
    public static List<Problem> problems(FlowDocument flow) {
        var problems = new Problems();
        check(flow, problems);
        return problems.all();
    }

    static void check(FlowDocument flow, Problems problems) {
        var shapeIsRight = problems.none();
        var check = new FlowCheck(flow, problems);
        check.id();
        check.languages();
        flow.prompts().forEach(check::prompt);
        check.hours();
        if (flow.menus().isEmpty()) problems.add("/menus", "must have a menu");
        var menus = new MenuCheck(flow, problems);
        flow.menus().forEach(menus::check);
        if (shapeIsRight && !flow.menus().isEmpty()) Reachability.check(flow, problems);
    }

    private void id() {
        if (!flow.id().isEmpty() && !NAME.matcher(flow.id()).matches()) {
            problems.add("/id", "must be letters, digits, dots, dashes and underscores, at most 64");
        }
    }

    private void languages() {
        if (flow.languages().isEmpty()) problems.add("/languages", "must name a language");
        var seen = new HashSet<String>();
        for (var i = 0; i < flow.languages().size(); i++) {
            var code = flow.languages().get(i).code();
            if (code.isEmpty()) continue;
            if (!isTag(code)) problems.add("/languages/" + i + "/code", "is no language tag: " + code);
            if (!seen.add(code)) problems.add("/languages/" + i + "/code", "is named twice: " + code);
        }
    }

    private static boolean isTag(String code) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(code)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void prompt(String id, Prompt prompt) {
        var texts = Problems.below(Problems.below("/prompts", id), "text");
        var missing = flow.languages().stream()
                .map(SpokenLanguage::code)
                .filter(it -> !it.isEmpty() && !prompt.text().containsKey(it))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) problems.add(texts, "is not translated into " + missing);
        prompt.text()
                .forEach((code, text) ->
                        MessageCheck.fault(text).ifPresent(fault -> problems.add(Problems.below(texts, code), fault)));
    }

    private void hours() {
        var hours = flow.businessHours();
        var closed = hours == null ? null : hours.closedPrompt();
        if (closed != null && !flow.prompts().containsKey(closed)) {
            problems.add("/business_hours/closed_prompt", "names no prompt: " + closed);
        }
    }
}
