package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.settings.RunConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<RunConfig> started = new ArrayList<>();
    private Environment environment;

    @BeforeEach
    void setUp() {
        environment = new Environment(Map.of(), home, home);
    }

    private int execute(String... arguments) {
        return cli(0).execute(arguments);
    }

    private Cli cli(int exitCode) {
        return new Cli(
                        environment,
                        config -> {
                            started.add(config);
                            return exitCode;
                        })
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private RunConfig run(String... arguments) {
        assertEquals(0, execute(arguments), err.toString());
        return started.get(0);
    }

    private void assertWrongUsage(String message, String... arguments) {
        assertEquals(2, execute(arguments));
        assertEquals(message, err.toString().replace(System.lineSeparator(), "\n").strip());
        assertEquals("", out.toString());
        assertEquals(List.of(), started);
    }

    @Test
    void shouldRunWhenThereAreNoArguments() {
        assertEquals(List.of("tBTCUSD"), run().engine().path().tickers());
    }

    @Test
    void shouldRunWhenFirstArgumentIsAnOption() {
        assertEquals(List.of("tETHUSD"), run("--symbol", "ethusd").engine().path().tickers());
    }

    @Test
    void shouldHandAllOptionsToEngine() {
        RunConfig run =
                run(
                        "run",
                        "--venue=ws://127.0.0.1:8765/ws/2",
                        "--symbol=BTCUSD,doge:usd",
                        "--symbol=tBTCUSD",
                        "--strategy=trigger",
                        "--param=amount=0.01",
                        "--param=note=a=b",
                        "--duration=30s",
                        "--latency-report=some/where",
                        "--summary-json=some/file",
                        "--trade",
                        "--no-console",
                        "--trace");

        assertEquals("ws://127.0.0.1:8765/ws/2", run.engine().venue().url().toString());
        assertEquals(List.of("tBTCUSD", "tDOGE:USD"), run.engine().path().tickers());
        assertEquals("trigger", run.engine().strategy().name());
        assertEquals(Map.of("amount", "0.01", "note", "a=b"), run.engine().strategy().parameters());
        assertEquals(Duration.ofSeconds(30), run.duration());
        assertEquals(Path.of("some/where"), run.outputs().latencyReport());
        assertEquals(Path.of("some/file"), run.outputs().summaryJson());
        assertTrue(run.engine().path().orders().limits().tradingEnabled());
        assertFalse(run.prompt());
        assertTrue(run.engine().trace());
    }

    @Test
    void shouldAnswerWhatTheEngineAnswers() {
        assertEquals(3, cli(3).execute("run"));
    }

    @Test
    void shouldTakeConfigOfHomeWhenNoneIsNamed() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/hayate.conf"), "loop.ring-size = 512");

        assertEquals(512, run().engine().loop().ringSize());
    }

    @Test
    void shouldTakeConfigThatIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("my settings.conf"), "loop.ring-size = 256");

        assertEquals(256, run("--config", file.toString()).engine().loop().ringSize());
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "5m, 300", "1h, 3600"})
    void shouldReadDurationWhenUnitIsGiven(String text, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), run("--duration", text).duration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "0s", "-1s", "soon"})
    void shouldRefuseDurationWithoutUnit(String text) {
        assertWrongUsage(
                "hayate run: --duration must be a time with its unit, such as 30s, 5m or 1h: was "
                        + text
                        + "\nTry 'hayate help run'.",
                "--duration=" + text);
    }

    @Test
    void shouldSuggestOptionWhenItIsMisspelt() {
        assertWrongUsage(
                "hayate run: Unknown option: '--symbl'; did you mean --symbol?"
                        + "\nTry 'hayate help run'.",
                "--symbl");
    }

    @Test
    void shouldSuggestCommandWhenItIsMisspelt() {
        assertWrongUsage(
                "hayate: Unknown command: 'vneue'; did you mean venue?\nTry 'hayate help'.",
                "vneue");
    }

    @Test
    void shouldRefuseCommandBehindOptions() {
        assertWrongUsage(
                "hayate run: Unknown argument: 'venue'\nTry 'hayate help run'.",
                "--trade",
                "venue");
    }

    @Test
    void shouldRefuseParameterWithoutValue() {
        assertWrongUsage(
                "hayate run: Value for option '--param' (KEY=VALUE) should be in KEY=VALUE format"
                        + " but was amount\n"
                        + "Try 'hayate help run'.",
                "--param",
                "amount");
    }

    @Test
    void shouldRefuseOptionWithoutValue() {
        assertWrongUsage(
                "hayate run: Missing required parameter for option '--symbol' (SYMBOL)"
                        + "\nTry 'hayate help run'.",
                "--symbol");
    }

    @Test
    void shouldShowRuleWhenVenueIsNoAddress() {
        assertWrongUsage(
                "--venue must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was http://a",
                "--venue",
                "http://a");
    }

    @Test
    void shouldShowRuleWhenConfigIsNotThere() {
        assertWrongUsage(
                "--config must be a file that can be read: was " + home.resolve("no.conf"),
                "--config",
                home.resolve("no.conf").toString());
    }

    @Test
    void shouldNamePlaceOfSettingWhenEngineRefusesIt() {
        Cli cli =
                new Cli(
                                environment,
                                config -> {
                                    throw new ConfigException("strategy.name is unknown");
                                })
                        .printTo(new PrintWriter(out, true), new PrintWriter(err, true));

        assertEquals(2, cli.execute("--strategy=mine"));
        assertEquals("--strategy is unknown", err.toString().strip());
    }

    @Test
    void shouldEndWithFourWhenSomethingBreaks() {
        Cli cli =
                new Cli(
                                environment,
                                config -> {
                                    throw new IllegalStateException("broken");
                                })
                        .printTo(new PrintWriter(out, true), new PrintWriter(err, true));

        assertEquals(4, cli.execute());
        assertTrue(err.toString().contains("IllegalStateException: broken"));
    }

    @Test
    void shouldNameOptionWhenPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertWrongUsage(
                    "--port must be free to listen on: was 127.0.0.1:" + port + ", which is in use",
                    "venue",
                    "--port=" + port);
        }
    }

    @Test
    void shouldRefuseFaultThatIsNone() {
        assertWrongUsage(
                "--fault must be from 0 to 1000000: was -2", "venue", "--fault=dropped=-2");
        err.getBuffer().setLength(0);
        assertWrongUsage(
                "--fault must be a rule such as dropped=500 or \"late-ack delay=3s\": was lost=2",
                "venue",
                "--fault=lost=2");
    }

    @Test
    void shouldRefusePortThatIsNone() {
        assertWrongUsage("--port must be from 0 to 65535: was 70000", "venue", "--port=70000");
        err.getBuffer().setLength(0);
        assertWrongUsage(
                "hayate venue: Invalid value for option '--port': 'http' is not an int"
                        + "\nTry 'hayate help venue'.",
                "venue",
                "--port=http");
    }

    @Test
    void shouldRefuseSymbolThatIsNone() {
        assertWrongUsage(
                "--symbol must be symbols such as BTCUSD, DOGE:USD or fUSD: was ?",
                "venue",
                "--symbol=?");
    }

    @Test
    void shouldEndDoctorWithOneOnlyWhenACheckFails() {
        int exitCode = execute("doctor", "--seconds=1", "--json");
        String json = out.toString();

        assertEquals("", err.toString());
        assertEquals(1, json.lines().count(), json);
        assertTrue(json.startsWith("{\"status\":\""), json);
        assertEquals(json.startsWith("{\"status\":\"fail\"") ? 1 : 0, exitCode, json);
    }

    @Test
    void shouldPrintALineForEachCheckOfDoctor() {
        int exitCode = execute("doctor", "--seconds=1");
        String text = out.toString();

        assertTrue(text.startsWith("Measuring for 1 s, with one core fully busy ..."), text);
        assertEquals(21, text.lines().filter(line -> line.matches("(ok|warn|fail) .*")).count());
        assertEquals(text.lines().anyMatch(line -> line.startsWith("fail")) ? 1 : 0, exitCode);
    }

    @Test
    void shouldLetDoctorLookAtTheSettingsOfAFile() throws IOException {
        Path keys = Files.writeString(home.resolve("keys"), "api-key=a\napi-secret=b\n");
        Path file =
                Files.writeString(
                        home.resolve("live.conf"),
                        "venue.url = \"wss://host/ws/2\"\nstate.dir = \"there\"\n"
                                + "credentials.file = \""
                                + keys
                                + "\"\n");

        assertEquals(1, execute("doctor", "--seconds=1", "--config", file.toString()));

        String text = out.toString().replaceAll("\n {18}", " ");
        assertTrue(text.contains("fail  settings    " + file + ":3: credentials.file must"), text);
        assertTrue(text.contains(" MB free for " + home.resolve("there")), text);
        assertTrue(text.contains("fail  key-file    " + keys + " is rw-r--r--"), text);
    }

    @Test
    void shouldLetDoctorTellWhatARunRefuses() throws IOException {
        Path file = Files.writeString(home.resolve("live.conf"), "loop.ring-sise = 8\n");

        assertEquals(1, execute("doctor", "--seconds=1", "--config", file.toString()));

        String text = out.toString().replaceAll("\n {18}", " ");
        assertTrue(text.contains("fail  settings    " + file + ":1: loop.ring-sise"), text);
    }

    @Test
    void shouldRefuseToMeasureForNoTime() {
        assertWrongUsage("--seconds must be 1 to 3600: was 0", "doctor", "--seconds=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void shouldShowVersion(String argument) {
        assertEquals(0, execute(argument));
        assertTrue(out.toString().matches("(?s)Hayate  \\d+\\.\\d+.*JDK .*"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void shouldListCommandsAndExitCodesInHelp(String argument) {
        assertEquals(0, execute(argument));
        String help = out.toString();

        assertEquals("", err.toString());
        for (String part :
                List.of("run", "venue", "version", "help", "new-strategy", "doctor", "Examples:")) {
            assertTrue(help.contains(part), part);
        }
        assertTrue(help.contains("3   could not connect or authenticate"), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "venue", "doctor", "version", "new-strategy"})
    void shouldShowExamplesInHelpOfEachCommand(String command) {
        assertEquals(0, execute("help", command));
        String help = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, execute(command, "--help"));

        assertEquals(help, out.toString());
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("Exit codes:"), help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--config",
                "--latency-report",
                "--summary-json",
                "--plugin",
                "new-strategy DIR"
            })
    void shouldSayWhatToSetWhenAPathCannotBeWritten(String place) {
        String[] words = place.split(" ", 0);
        boolean isOption = words.length == 1;

        int exitCode = isOption ? execute(place, "/tmp/\uFFFD") : execute(words[0], "/tmp/\uFFFD");

        assertEquals(2, exitCode);
        String told = err.toString().lines().findFirst().orElse("");
        String name = isOption ? "run: " + place : "new-strategy: " + words[1];
        assertTrue(told.startsWith("hayate " + name + " must be a path "), told);
    }

    @Test
    void shouldShowArgumentsHarmlesslyWhenTheyHoldCommandsOfTerminals() {
        for (String option : List.of("--symbol", "--venue", "--strategy", "--param", "--config")) {
            execute(option, "a\033[2J\r\nforged\u009b\u202e");
        }
        execute("run", "\033]0;x\007\nforged");

        assertFalse(err.toString().isEmpty());
        assertFalse(
                err.toString()
                        .chars()
                        .anyMatch(c -> c == 27 || c == 7 || c == 0x9b || c == 0x202e));
        assertFalse(err.toString().lines().anyMatch(line -> line.startsWith("forged")));
    }
}
