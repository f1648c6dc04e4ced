package io.tablecall.callflow.document;

/** One thing wrong with a flow, and where, as a JSON pointer. */
public record Problem(String pointer, String reason) {}
