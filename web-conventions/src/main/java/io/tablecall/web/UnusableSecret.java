package io.tablecall.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A secret the service cannot start with. Services throw it for secrets of their own that need more than presence. */
public final class UnusableSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSecret(String variable, String why) {
        super("environment variable %s %s".formatted(variable, why));
    }

    /** Says it in one line instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableSecret> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnusableSecret cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
