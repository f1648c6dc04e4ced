package io.tablecall.speech;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a synthesizer: the text goes in by stdin, where neither a shell nor {@code ps} sees it, and time is bounded. */
record Program(String executable, Duration limit) {

    boolean installed() {
        var path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, executable)));
    }

    void run(List<String> arguments, String text) throws SpeechFailed {
        var command = Stream.concat(Stream.of(executable), arguments.stream()).toList();
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                await(process, text);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new SpeechFailed(executable + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechFailed(executable + " was interrupted", e);
        }
    }

    /** The longest utterance fits a pipe's buffer, so writing cannot hang on a program that does not read. */
    private void await(Process process, String text) throws IOException, InterruptedException, SpeechFailed {
        try (var stdin = process.getOutputStream()) {
            stdin.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new SpeechFailed(executable + " took longer than " + limit);
        }
        if (process.exitValue() != 0) {
            throw new SpeechFailed(executable + " ended with status " + process.exitValue());
        }
    }
}
