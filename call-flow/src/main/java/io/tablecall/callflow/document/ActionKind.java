package io.tablecall.callflow.document;

/**
 * A kind of action the language does not have. Found by {@link java.util.ServiceLoader}, so that a new kind is a new jar
 * and no change here. It cannot take the word of a kind that exists.
 */
public interface ActionKind {
    /** The word in {@code "action"}. */
    String name();

    /** Reads one option. What is wrong is noted in the fields, and the result is then never used. */
    AddedAction read(Fields fields);
}
