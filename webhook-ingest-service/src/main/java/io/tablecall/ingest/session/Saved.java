package io.tablecall.ingest.session;

/** A session at one moment, as its row holds it. */
record Saved(CallRequest request, Progress progress) {

    static Saved of(CallSession session) {
        return new Saved(session.request(), session.progress());
    }
}
