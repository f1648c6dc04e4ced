package io.tablecall.callflow.document;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds menus that no key leads to. */
final class Reachability {
    private Reachability() {}

    static void check(FlowDocument flow, Problems problems) {
        var reached = new HashSet<String>();
        var ahead = new ArrayDeque<>(List.of(flow.entryMenu()));
        while (!ahead.isEmpty()) {
            var name = ahead.pop();
            var menu = flow.menus().get(name);
            if (menu != null && reached.add(name)) neighbours(menu).forEach(ahead::push);
        }
        flow.menus().keySet().stream()
                .filter(it -> !reached.contains(it))
                .forEach(it -> problems.add(Problems.below("/menus", it), "can never be reached"));
    }

    private static Stream<String> neighbours(Menu menu) {
        return Stream.concat(
                Stream.ofNullable(menu.parentMenu()),
                menu.options().values().stream()
                        .flatMap(it -> it.mayBecome().stream())
                        .flatMap(it -> it instanceof Action.ToMenu(var ref) ? Stream.of(ref) : Stream.empty()));
    }
}
