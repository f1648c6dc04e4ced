package io.tablecall.callflow.wording;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the names that messages speak of, and as what they want each. */
final class Uses {
    private static final Set<String> TIMES = Set.of("date", "time");
    private static final Set<ArgType> COUNTS = EnumSet.of(ArgType.PLURAL, ArgType.SELECTORDINAL, ArgType.CHOICE);

    private Uses() {}

    static Map<String, Use> in(Collection<String> messages) {
        var uses = new HashMap<String, Use>();
        messages.forEach(it -> scan(new MessagePattern(it), uses));
        return Map.copyOf(uses);
    }

    private static void scan(MessagePattern pattern, Map<String, Use> uses) {
        for (var i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) != Part.Type.ARG_START) continue;
            var name = pattern.getSubstring(pattern.getPart(i + 1));
            uses.merge(name, use(pattern, i), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private static Use use(MessagePattern pattern, int argument) {
        var type = pattern.getPart(argument).getArgType();
        if (COUNTS.contains(type)) return Use.NUMBER;
        if (type != ArgType.SIMPLE) return Use.TEXT;
        return TIMES.contains(pattern.getSubstring(pattern.getPart(argument + 2))) ? Use.TIME : Use.NUMBER;
    }
}
