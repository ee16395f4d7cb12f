package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.fault.ChaosSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VenueFaultOptionsTest {
    private static VenueFaultOptions options(String... arguments) {
        return CommandLine.populateCommand(new VenueFaultOptions(), arguments);
    }

    @Test
    void shouldTakeRulesFilesAndANumber() {
        VenueFaultOptions options =
                options(
                        "--fault=wrong-checksum=3",
                        "--fault=dropped=500",
                        "--fault=late-ack delay=3s every=5",
                        "--fault=doubled",
                        "--faults=../config/faults/half-open.conf",
                        "--chaos=42");

        String drawn = options("--chaos=42").config(FaultConfig.NONE).text();
        assertEquals(
                "dropped 1 in 500, doubled 1 in 1, wrong-checksum 1 in 3, late-ack delay=3s every=5,"
                        + " half-open from=30s lasts=60s, "
                        + drawn,
                options.config(FaultConfig.NONE).text());
        assertEquals(ChaosSchedule.of(42), options("--chaos=42").config(FaultConfig.NONE).rules());
        assertEquals("", options().config(FaultConfig.NONE).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fault=late delay=3|fault late: delay must be a duration such as 500ms, 3s or 2m: was"
                        + " 3",
                "--fault=x|--fault must be a rule such as dropped=500 or \"late-ack delay=3s\": was x",
                "--faults=no-such-file|--faults must be a file that can be read: was no-such-file"
            })
    void shouldSayWhatIsWrong(String argument, String message) {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> options(argument).config(FaultConfig.NONE));

        assertEquals(message, refused.getMessage());
    }
}
