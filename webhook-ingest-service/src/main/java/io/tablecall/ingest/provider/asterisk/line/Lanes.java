package io.tablecall.ingest.provider.asterisk.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads; all that concerns one channel happens on one of them, in order. */
public final class Lanes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final Lane[] lanes;

    public Lanes(int count) {
        lanes = IntStream.range(0, count).mapToObj(Lane::new).toArray(Lane[]::new);
    }

    Lane of(String channelId) {
        return lanes[Math.floorMod(channelId.hashCode(), lanes.length)];
    }

    @Override
    public void close() {
        Arrays.stream(lanes).forEach(Lane::close);
    }

    /** Does one thing after another, now or later. */
    static final class Lane implements Executor {
        private final ScheduledThreadPoolExecutor thread;

        private Lane(int number) {
            thread = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("ari-lane-" + number).daemon().factory());
            thread.setRemoveOnCancelPolicy(true);
            thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        @Override
        public void execute(Runnable task) {
            thread.execute(guarded(task));
        }

        Alarm after(Duration delay, Runnable task) {
            var scheduled = thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        }

        private void close() {
            thread.shutdownNow();
        }

        private static Runnable guarded(Runnable task) {
            return () -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.atError().setCause(e).log("an event of a line could not be handled");
                }
            };
        }
    }

    /** Something that will be done unless it is put off. */
    interface Alarm {
        void cancel();
    }
}
