package io.tablecall.callflow.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one JSON object. What is missing or of the wrong type is noted with its pointer, and reading goes on. */
public final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final Problems problems;

    Fields(JsonNode object, String pointer, Problems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
        if (!object.isObject()) problems.add(pointer, "must be an object");
    }

    public String text(String name) {
        var text = optionalText(name);
        if (text == null && given(name).isEmpty()) wrong(name, "is required");
        return text == null ? "" : text;
    }

    public String text(String name, String usual) {
        var text = optionalText(name);
        return text == null ? usual : text;
    }

    public @Nullable String optionalText(String name) {
        var given = given(name);
        if (given.isEmpty()) return null;
        var text = given.get().isString() ? given.get().stringValue() : "";
        if (text.isBlank()) wrong(name, "must be a text that is not blank");
        return text.isBlank() ? null : text;
    }

    public int number(String name, int usual, int least, int most) {
        var number = optionalNumber(name, least, most);
        return number == null ? usual : number;
    }

    public @Nullable Integer optionalNumber(String name, int least, int most) {
        var given = given(name);
        if (given.isEmpty()) return null;
        var fits = given.get().isInt()
                && given.get().intValue() >= least
                && given.get().intValue() <= most;
        if (!fits) wrong(name, "must be a whole number from " + least + " to " + most);
        return fits ? given.get().intValue() : null;
    }

    public boolean flag(String name, boolean usual) {
        var given = given(name);
        if (given.isEmpty()) return usual;
        if (!given.get().isBoolean()) wrong(name, "must be true or false");
        return given.get().isBoolean() ? given.get().booleanValue() : usual;
    }

    /** Notes what the caller found wrong with a field. */
    public void wrong(String name, String reason) {
        problems.add(Problems.below(pointer, name), reason);
    }

    Optional<Fields> object(String name) {
        return given(name).map(it -> new Fields(it, Problems.below(pointer, name), problems));
    }

    /** Every member that is an object, read. */
    <T> Map<String, T> each(String name, Function<Fields, T> read) {
        var members = new LinkedHashMap<String, T>();
        object(name)
                .ifPresent(it -> it.names()
                        .forEach(member -> it.object(member)
                                .ifPresentOrElse(
                                        fields -> members.put(member, read.apply(fields)),
                                        () -> it.wrong(member, "must be an object"))));
        return members;
    }

    /** Every element of an array of objects, read. */
    <T> List<T> list(String name, Function<Fields, T> read) {
        var elements = new ArrayList<T>();
        for (var element : array(name)) {
            var at = Problems.below(Problems.below(pointer, name), String.valueOf(elements.size()));
            elements.add(read.apply(new Fields(element, at, problems)));
        }
        return elements;
    }

    /** The texts of an array; each that is none, or not as it must be, is noted and left out. */
    List<String> texts(String name, Predicate<String> sound, String demand) {
        var texts = new ArrayList<String>();
        var index = 0;
        for (var element : array(name)) {
            var text = element.isString() ? element.stringValue() : "";
            if (sound.test(text)) texts.add(text);
            else problems.add(Problems.below(Problems.below(pointer, name), String.valueOf(index)), demand);
            index++;
        }
        return texts;
    }

    /** An object whose members are all texts. */
    Map<String, String> members(String name) {
        var members = new LinkedHashMap<String, String>();
        object(name)
                .ifPresentOrElse(
                        it -> it.names().forEach(member -> members.put(member, it.text(member))),
                        () -> wrong(name, "is required"));
        return members;
    }

    List<String> names() {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private Iterable<JsonNode> array(String name) {
        var given = given(name);
        if (given.isPresent() && !given.get().isArray()) wrong(name, "must be an array");
        return given.filter(JsonNode::isArray).<Iterable<JsonNode>>map(it -> it).orElse(List.of());
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(object.get(name)).filter(it -> !it.isNull());
    }
}
