package io.tablecall.origination.dial;

import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.reservation.Confirmation;

/** A queued dial whose time has come, and what is known about it at this instant. */
record DueAttempt(Attempt attempt, Confirmation confirmation, boolean suppressed, boolean numberBusy) {}
