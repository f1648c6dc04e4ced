package io.tablecall.origination;

import io.tablecall.origination.number.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of dialling. Refuses to exist without a caller id that is an E.164 number.
 *
 * @param providers whom we dial through, by their names on the wire
 * @param maxCallDuration a call is over this long after it was requested
 * @param watchdogGrace how much longer the watchdog waits for the provider's word
 * @param lease how long a dial may stay unanswered before it counts as unclear; longer than any provider time-out
 * @param maxDialsInFlight unanswered requests to one provider at any moment
 * @param untoldLimit nobody is dialled while the oldest fact waits longer than this for the broker
 */
@ConfigurationProperties("tablecall.origination")
public record OriginationProperties(
        @DefaultValue("8x8") List<String> providers,
        @DefaultValue("") String defaultProvider,
        @DefaultValue("") String callerId,
        @DefaultValue("3") int attemptBudget,
        @DefaultValue("10m") Duration redialSpacing,
        @DefaultValue("08:00-21:00") String diallingWindow,
        @DefaultValue("30s") Duration ringTimeout,
        @DefaultValue("5m") Duration maxCallDuration,
        @DefaultValue("2m") Duration watchdogGrace,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("32") int maxDialsInFlight,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("2s") Duration untoldLimit) {

    public OriginationProperties {
        providers = List.copyOf(providers);
        if (providers.isEmpty() || !List.of("8x8", "asterisk").containsAll(providers)) {
            throw new UnusableSetting("PROVIDERS", "must name 8x8, asterisk or both");
        }
        defaultProvider = defaultProvider.isBlank() ? providers.getFirst() : defaultProvider;
        if (!providers.contains(defaultProvider)) {
            throw new UnusableSetting("DEFAULT_PROVIDER", "must be one of PROVIDERS");
        }
        if (!PhoneNumber.isE164(callerId)) {
            throw new UnusableSetting("OUTBOUND_PHONE_NUMBER", "must be an E.164 number such as +6568332042");
        }
        if (attemptBudget < 1) {
            throw new UnusableSetting("ATTEMPT_BUDGET", "must be at least 1");
        }
    }

    public PhoneNumber callerNumber() {
        return new PhoneNumber(callerId);
    }
}
