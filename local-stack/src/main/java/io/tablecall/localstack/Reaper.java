package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Outlives this JVM by an instant, to end its children and clear its temporary directories however it died: a small
 * shell that reads what there is to end from a pipe, and acts once the pipe closes.
 */
final class Reaper {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            pids=' '; folders=''
            while read -r what it; do
              case $what in
                child) pids="$pids$it " ;;
                gone) pids="${pids%% $it *} ${pids#* $it }" ;;
                folder) folders="$folders$it
            " ;;
              esac
            done
            [ -n "${pids## }" ] && kill -9 $pids 2>/dev/null && sleep 0.3
            printf '%s' "$folders" | while read -r folder; do rm -rf "$folder"; done
            """;
    private static final Reaper REAPER = new Reaper();

    private final Writer orders;

    private Reaper() {
        var command = new ArrayList<>(Tools.inItsOwnSession());
        command.addAll(List.of("sh", "-c", SCRIPT));
        try {
            orders = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .outputWriter(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void watch(Process child) {
        REAPER.order("child " + child.pid());
        var _ = child.onExit().thenRun(() -> REAPER.order("gone " + child.pid()));
    }

    /** Deletes the file or folder when this JVM is gone. */
    static void clear(Path path) {
        REAPER.order("folder " + path.toAbsolutePath());
    }

    private synchronized void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
