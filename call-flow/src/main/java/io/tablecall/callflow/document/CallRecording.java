package io.tablecall.callflow.document;

/** Whether the provider records the call, and in which format. */
public record CallRecording(boolean enabled, String format) {
    static final CallRecording OFF = new CallRecording(false, "wav");
}
