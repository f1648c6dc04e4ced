package io.tablecall.origination.provider;

import io.tablecall.callflow.Directive;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.number.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One ring to ask for, with the words the conversation opens with. */
public record Dial(
        CallId call,
        String reservation,
        PhoneNumber guest,
        PhoneNumber caller,
        String language,
        List<Directive> opening,
        Duration ringTimeout,
        Instant validUntil) {}
