package io.tablecall.origination.provider;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A provider in memory, with the moods of the contract. */
public final class FakeOriginator implements Originator {

    private final Origination answer;
    private final AtomicInteger asked = new AtomicInteger();

    private FakeOriginator(Origination answer) {
        this.answer = answer;
    }

    public static FakeOriginator in(OriginatorContract.Mood mood) {
        return new FakeOriginator(
                switch (mood) {
                    case ACCEPTS -> new Origination.Placed("fake-1");
                    case REFUSES -> new Origination.Refused("no", "422", false);
                    case IS_BUSY -> new Origination.Busy(Duration.ofSeconds(1));
                    case BREAKS, NEVER_REPLIES, RESETS, TALKS_NONSENSE -> new Origination.Unclear(mood.name());
                });
    }

    public static FakeOriginator away() {
        return new FakeOriginator(new Origination.Refused("away", null, true));
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public Mono<Origination> originate(Dial dial) {
        return Mono.fromSupplier(() -> {
            asked.incrementAndGet();
            return answer;
        });
    }

    public int asked() {
        return asked.get();
    }
}
