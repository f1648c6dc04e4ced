package io.tablecall.ingest.session;

/** The provider's id of a call has become known. */
public record SessionBound(CallSession session) {}
