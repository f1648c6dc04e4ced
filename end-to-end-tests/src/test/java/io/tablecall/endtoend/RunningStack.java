package io.tablecall.endtoend;

import io.tablecall.localstack.App;
import io.tablecall.localstack.Stack;
import io.tablecall.localstack.StackOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** One stack for all stories of a test run: whatever a story breaks it mends before it ends. */
final class RunningStack {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final Stack stack;
    final BookingSystem upstream;
    final SimulatorControl simulator;

    private RunningStack(Stack stack) {
        this.stack = stack;
        upstream = new BookingSystem(
                stack.infrastructure().bootstrapServers(),
                stack.infrastructure().registryUrl());
        simulator = new SimulatorControl(stack.url(App.SIMULATOR));
    }

    static RunningStack shared() {
        return Shared.INSTANCE;
    }

    /** A Singapore mobile nobody else in this run has, whose guest behaves as the last two digits say. */
    static String guest(int behaviour) {
        return "+6591%04d%02d".formatted(NEXT.incrementAndGet(), behaviour);
    }

    private static final class Shared {
        private static final RunningStack INSTANCE = new RunningStack(Stack.start(StackOptions.throwAway()));
    }
}
