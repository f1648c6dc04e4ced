package io.tablecall.endtoend;

import io.tablecall.endtoend.bench.AnswerBenchmark;
import io.tablecall.endtoend.bench.IngestBenchmark;
import io.tablecall.endtoend.bench.StartBenchmark;
import java.util.List;

/** Behind {@code ./tablecall bench}: runs one benchmark; its last line is JSON. */
public final class Bench {
    private static final String USAGE = """
            usage: ./tablecall bench ingest   webhooks acknowledged by Kafka, beside the floors they are judged against
                   ./tablecall bench answer   the in-call answer with the broker up, then killed
                   ./tablecall bench start    cold and warm start of the stack and of each service
            """;

    private Bench() {}

    /** Exits 0 when everything was measured and nothing failed, 1 when not, 2 when the arguments make no sense. */
    public static void main(String[] words) throws Exception {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) throws Exception {
        return switch (words.size() == 1 ? words.getFirst() : "") {
            case "ingest" -> new IngestBenchmark(System.out).run();
            case "answer" -> new AnswerBenchmark(System.out).run();
            case "start" -> new StartBenchmark(System.out).run();
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }
}
