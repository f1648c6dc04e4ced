package io.tablecall.callflow.document;

/** A language the flow speaks, as a BCP 47 tag, and the voice it speaks it with. */
public record SpokenLanguage(String code, String voice) {}
