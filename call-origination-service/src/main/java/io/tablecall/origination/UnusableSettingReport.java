package io.tablecall.origination;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line which variable keeps the service from starting, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableSettingReport extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), "Set the variable and start again.", cause);
    }
}
