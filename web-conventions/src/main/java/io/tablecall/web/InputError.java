package io.tablecall.web;

import java.util.List;

/** What is wrong with one field: a JSON pointer to it, and why, without repeating its value. */
public record InputError(String pointer, String reason) {

    static List<InputError> of(String pointer, String reason) {
        return List.of(new InputError(pointer, reason));
    }
}
