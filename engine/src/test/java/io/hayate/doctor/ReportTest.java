package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.hayate.model.Clocks;
import io.hayate.transport.IoKind;
import io.hayate.transport.tls.TlsKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final RunSettings SETTINGS =
            new RunSettings(
                    Optional.empty(),
                    "",
                    Path.of("target"),
                    Optional.empty(),
                    IoKind.AUTO,
                    TlsKind.AUTO);

    private static final Report REPORT =
            new Report(
                    3,
                    List.of(
                            new Report.Entry("clock", Finding.ok("tsc").with("nanotime-ns", 25.5)),
                            new Report.Entry("smt", Finding.warn("a \"b\"\n", "do")),
                            new Report.Entry(
                                    "spinning",
                                    Finding.fail(
                                                    "off its core 1301 times, 59.4 % of the time,"
                                                            + " which is far too often",
                                                    "stop what else runs on these cores")
                                            .with("gaps", 1301L))));

    @Test
    void shouldFoldLinesUnderTheirText() {
        Report report = new Report(3, List.of(REPORT.entries().get(0), REPORT.entries().get(2)));

        assertEquals(
                """
                ok    clock       tsc
                fail  spinning    off its core 1301 times, 59.4 % of the time, which is far too
                                  often - stop what else runs on these cores
                1 ok, 0 to better, 1 that hurt trading
                """,
                ReportText.of(report).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void shouldFitTheTerminalWhateverIsFound() {
        Report report =
                Doctor.examine(
                        1,
                        SETTINGS,
                        Optional.empty(),
                        new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE));

        assertTrue(ReportText.of(report).lines().allMatch(line -> line.length() < 80));
        assertEquals(21, report.entries().size());
        assertEquals(21, report.entries().stream().map(Report.Entry::name).distinct().count());
    }

    @Test
    void shouldFailWhenARunRefusesItsSettings() {
        Path file = Path.of("live.conf");
        RunSettings refused =
                new RunSettings(
                        Optional.of(file),
                        "live.conf:3: a.b must be c",
                        file,
                        Optional.empty(),
                        IoKind.AUTO,
                        TlsKind.AUTO);
        RunSettings taken =
                new RunSettings(
                        Optional.of(file), "", file, Optional.empty(), IoKind.AUTO, TlsKind.AUTO);

        assertEquals(
                Finding.fail("live.conf:3: a.b must be c", "a run refuses it"),
                new SettingsCheck(refused).examine());
        assertEquals(
                Finding.ok("those of live.conf are taken by a run"),
                new SettingsCheck(taken).examine());
        assertEquals(
                Finding.ok("the defaults are taken by a run"),
                new SettingsCheck(SETTINGS).examine());
    }

    @Test
    void shouldWriteOneJsonObject() throws IOException {
        String json = ReportJson.of(REPORT);

        assertEquals(
                "{\"status\":\"fail\",\"seconds\":3,\"checks\":["
                        + "{\"name\":\"clock\",\"status\":\"ok\",\"found\":\"tsc\",\"advice\":\"\","
                        + "\"figures\":{\"nanotime-ns\":25.5}},"
                        + "{\"name\":\"smt\",\"status\":\"warn\",\"found\":\"a \\\"b\\\"\\n\","
                        + "\"advice\":\"do\",\"figures\":{}},"
                        + "{\"name\":\"spinning\",\"status\":\"fail\",\"found\":\"off its core 1301"
                        + " times, 59.4 % of the time, which is far too often\",\"advice\":\"stop"
                        + " what else runs on these cores\",\"figures\":{\"gaps\":1301}}]}",
                json);
        assertWellFormed(json);
    }

    @Test
    void shouldWriteWellFormedJsonOfThisMachine() throws IOException {
        assertWellFormed(
                ReportJson.of(
                        Doctor.examine(
                                1,
                                SETTINGS,
                                Optional.empty(),
                                new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE))));
    }

    private static void assertWellFormed(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            assertNull(parser.nextToken());
        }
    }

    @Test
    void shouldBeAsBadAsTheWorstFinding() {
        assertEquals(Status.FAIL, REPORT.worst());
        assertEquals(Status.WARN, new Report(1, REPORT.entries().subList(0, 2)).worst());
        assertEquals(Status.OK, new Report(1, REPORT.entries().subList(0, 1)).worst());
        assertEquals(Status.OK, new Report(1, List.of()).worst());
    }

    @Test
    void shouldCallUnknownWhatACheckCannotRead() {
        Check broken =
                new Check() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public Finding examine() {
                        throw new IllegalArgumentException("another form");
                    }
                };

        assertEquals(
                List.of(new Report.Entry("broken", Finding.unknown())),
                Doctor.examine(List.of(broken)));
    }
}
