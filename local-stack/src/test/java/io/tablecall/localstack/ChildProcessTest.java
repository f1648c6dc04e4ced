package io.tablecall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path folder;

    @Test
    void a_child_that_dies_while_starting_is_named_with_its_last_words() {
        var child = child("echo no room at the inn; exit 3", () -> false);
        assertThatThrownBy(child::start)
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("sleeper ended with exit code 3")
                .hasMessageContaining("no room at the inn");
    }

    @Test
    void a_child_that_dies_later_is_reported_once() throws Exception {
        var reports = new CopyOnWriteArrayList<String>();
        var child = child("sleep 100", () -> true);
        child.whenLost(reports::add);
        child.start();
        ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
        await().untilAsserted(
                        () -> assertThat(reports).hasSize(1).first().asString().contains("sleeper"));
    }

    @Test
    void a_child_that_was_asked_to_end_is_not_mourned() {
        var reports = new CopyOnWriteArrayList<String>();
        var child = child("sleep 100", () -> true);
        child.whenLost(reports::add);
        child.start();
        child.restart();
        child.kill();
        assertThat(child.isAlive()).isFalse();
        assertThat(reports).isEmpty();
    }

    @Test
    void a_paused_child_stands_still_until_resumed() throws Exception {
        var child = child("sleep 100", () -> true);
        child.start();
        child.pause();
        await().untilAsserted(() -> assertThat(state(child.pid())).isEqualTo("T"));
        child.resume();
        await().untilAsserted(() -> assertThat(state(child.pid())).isNotEqualTo("T"));
        child.stop();
        assertThat(child.isAlive()).isFalse();
    }

    private static String state(long pid) throws Exception {
        return Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ", -1)[2];
    }

    private ChildProcess child(String script, BooleanSupplier ready) {
        return new ChildProcess(
                "sleeper", List.of("sh", "-c", "exec 2>&1; " + script), Map.of(), folder.resolve("log"), ready);
    }
}
