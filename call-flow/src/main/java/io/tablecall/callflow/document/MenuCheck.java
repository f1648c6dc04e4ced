package io.tablecall.callflow.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether all that a menu names exists. */
final class MenuCheck {
    private static final Pattern KEYS = Pattern.compile("[0-9*#A-D]{1,16}");
    private static final Pattern DESTINATION = Pattern.compile("[^|\\s]{1,128}");
    private static final Pattern ANSWER = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    private final FlowDocument flow;
    private final Problems problems;

    MenuCheck(FlowDocument flow, Problems problems) {
        this.flow = flow;
        this.problems = problems;
    }

    void check(String key, Menu menu) {
        var at = Problems.below("/menus", key);
        if (!menu.id().isEmpty() && !menu.id().equals(key)) {
            problems.add(at + "/id", "must be the name it is filed under: " + key);
        }
        prompt(at + "/prompt", menu.prompt());
        prompt(at + "/invalid_prompt", menu.invalidPrompt());
        prompt(at + "/silence_prompt", menu.silencePrompt());
        prompt(at + "/farewell_prompt", menu.farewellPrompt());
        menu(at + "/parent_menu", menu.parentMenu());
        if (key.equals(menu.parentMenu())) problems.add(at + "/parent_menu", "must be another menu");
        fallback(at + "/fallback_action", menu);
        menu.options().forEach((keys, action) -> option(Problems.below(at + "/options", keys), keys, action));
    }

    private void fallback(String at, Menu menu) {
        switch (menu.fallbackAction()) {
            case VOICEMAIL -> {
                if (flow.voicemailFallback() == null) problems.add(at, "needs the flow's voicemail_fallback");
            }
            case QUEUE -> {
                if (flow.fallbackQueue(menu).isEmpty()) problems.add(at, "needs an option with a queue");
            }
            case HANGUP -> {}
            case null -> {}
        }
    }

    private void option(String at, String keys, Action action) {
        if (!KEYS.matcher(keys).matches()) problems.add(at, "must be keys of a telephone: " + keys);
        action.mayBecome().forEach(it -> known(at, it));
    }

    private void known(String at, Action.Known action) {
        switch (action) {
            case Action.ToMenu(var menu) -> menu(at + "/menu_ref", menu);
            case Action.ToQueue _, Action.ToExtension _, Action.ToVoicemail _ -> {}
            case Action.HangUp(var prompt) -> prompt(at + "/prompt", prompt);
            case Action.Transfer transfer -> {
                var destination = transfer.destination();
                if (!destination.isEmpty() && !DESTINATION.matcher(destination).matches()) {
                    problems.add(at + "/destination", "must be a number or address without spaces");
                }
            }
            case Action.SwitchLanguage(var language, var prompt) -> {
                if (!language.isEmpty() && flow.language(language).isEmpty()) {
                    problems.add(at + "/language", "is no language of the flow: " + language);
                }
                prompt(at + "/prompt", prompt);
            }
            case Action.Outcome(var answer, var prompt) -> {
                if (!answer.isEmpty() && !ANSWER.matcher(answer).matches()) {
                    problems.add(at + "/answer", "must be a word such as CONFIRMED");
                }
                prompt(at + "/prompt", prompt);
            }
        }
    }

    private void prompt(String at, @Nullable String name) {
        if (name != null && !name.isEmpty() && !flow.prompts().containsKey(name)) {
            problems.add(at, "names no prompt: " + name);
        }
    }

    private void menu(String at, @Nullable String name) {
        if (name != null && !name.isEmpty() && !flow.menus().containsKey(name)) {
            problems.add(at, "names no menu: " + name);
        }
    }
}
