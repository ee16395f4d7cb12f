package io.hayate.latency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hayate.transport.tls.RunCertificate;
import io.netty.handler.ssl.SslContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The venue's process. It practises on a client of its own first, so that no client meets cold
 * code on this side; tells {@code port N}, then {@code ready} when the client has its tickers; runs
 * the steps; writes the results to a file.
 */
final class VenueProcess {
    /** In place of files: no TLS. */
    static final String PLAIN = "-";

    private static final int FIRST_STEP = 5;
    private static final long CLIENT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(60);
    private static final List<String> PRACTICE =
            List.of("pp,secs=0.7,gap=5,burst=4,every=4", "rate,secs=0.5,rate=50000,burst=5");

    private VenueProcess() {}

    /**
     * Arguments: spin or sleep, number of tickers, result file, files of certificate and key or {@link #PLAIN}
     * twice, and the steps.
     */
    public static void main(String[] arguments) throws InterruptedException {
        boolean sleeps = arguments[0].equals("sleep");
        int subscriptions = Integer.parseInt(arguments[1]);
        List<Step> steps = new ArrayList<>();
        RunCertificate certificate =
                arguments[3].equals(PLAIN)
                        ? null
                        : new RunCertificate(Path.of(arguments[3]), Path.of(arguments[4]));
        for (int i = FIRST_STEP; i < arguments.length; i++) {
            steps.add(Step.parse(arguments[i]));
        }
        Thread thread =
                new Thread(
                        () ->
                                serve(
                                        sleeps,
                                        subscriptions,
                                        new File(arguments[2]),
                                        certificate,
                                        steps),
                        "venue");
        thread.setUncaughtExceptionHandler((failed, cause) -> fail(cause));
        thread.start();
        thread.join();
    }

    private static void fail(Throwable cause) {
        System.err.println("venue: " + cause.getMessage());
        Runtime.getRuntime().halt(1);
    }

    private static void serve(
            boolean sleeps,
            int subscriptions,
            File file,
            RunCertificate certificate,
            List<Step> steps) {
        try {
            SslContext tls = certificate == null ? null : StampingTls.context(certificate);
            practise(tls, certificate);
            try (StampingVenue venue = new StampingVenue(0, sleeps, tls)) {
                tell("port " + venue.port());
                venue.awaitClient(subscriptions, CLIENT_TIMEOUT_NS);
                tell("ready");
                venue.settle();
                write(file, run(venue, steps));
                venue.sayGoodbye();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void practise(SslContext tls, RunCertificate certificate) throws IOException {
        Path trusted = certificate == null ? null : certificate.certificate();
        try (StampingVenue venue = new StampingVenue(0, false, tls)) {
            Thread client = new Thread(() -> practiseWith(venue.port(), trusted), "practice");
            client.setDaemon(true);
            client.start();
            venue.awaitClient(2, CLIENT_TIMEOUT_NS);
            run(venue, PRACTICE.stream().map(Step::parse).toList());
            venue.sayGoodbye();
        }
    }

    private static void practiseWith(int port, Path trusted) {
        try {
            new FloorClient(port, 2, trusted).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<StepResult> run(StampingVenue venue, List<Step> steps) throws IOException {
        List<StepResult> results = new ArrayList<>();
        for (Step step : steps) {
            results.add(venue.run(step));
        }
        return results;
    }

    private static void write(File file, List<StepResult> results) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode steps = mapper.createArrayNode();
        results.forEach(result -> steps.add(result.json(mapper)));
        mapper.writeValue(file, mapper.createObjectNode().set("steps", steps));
    }
}
