package io.tablecall.ingest.provider.asterisk;

import java.io.Serial;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting without which Asterisk cannot be spoken to; ends the start, naming the variable. */
final class UnusableAsteriskSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableAsteriskSetting(String variable, String why) {
        super("%s %s, and PROVIDERS names asterisk".formatted(variable, why));
    }

    /** Says it in one line instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableAsteriskSetting> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnusableAsteriskSetting cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
