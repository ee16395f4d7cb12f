package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdditionCostTest {
    private static final Path FOLDER = Path.of("");
    private static final String RECORDING = Addition.RECORDING.to(Clients.ONE_THREAD);

    private static Campaign campaign(String... names) {
        JvmCommands jvm = new JvmCommands(FOLDER, FOLDER);
        Clients clients =
                Clients.of(List.of(names), jvm, "blocking", FOLDER, null); // none of them spins
        List<Trial> trials =
                new Plan(1, 1, 1, List.of(1), List.of()).trials(clients, new Pins(false));
        return new Campaign(trials, Plan.FLOOR, Plan.FLOOR_AGAIN);
    }

    /** A round in which each trial's step took so many microseconds, in their order. */
    private static void addRound(Campaign campaign, String step, double... p50s)
            throws IOException {
        campaign.beginRound();
        for (int i = 0; i < p50s.length; i++) {
            String json =
                    String.format(
                            Locale.ROOT,
                            "{\"steps\":[{\"step\":\"%s\",\"t2t_us\":{\"p50\":%f}}]}",
                            step,
                            p50s[i]);
            Map<String, StepFigures> figures = StepFigures.of(new ObjectMapper().readTree(json));
            campaign.add(campaign.trials().get(i), figures);
        }
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }

    @Test
    void shouldSayWhatRecordingAddsWhenClientRunsWithAndWithout() throws IOException {
        Campaign campaign = campaign(Clients.ONE_THREAD, RECORDING);
        addRound(campaign, "pp", 10, 12, 12.04, 12.01, 10.01);
        addRound(campaign, "pp", 10, 13, 13.02, 13.03, 10.03);
        addRound(campaign, "pp", 10, 14, 21, 15, 15); // the floor does not agree with itself

        List<String> lines = AdditionCost.lines(campaign);

        assertEquals(8, lines.size());
        assertEquals(
                List.of("pp", RECORDING, "to", "one-thread", "+30", "(+20..+40,", "2)"),
                words(lines.get(1)));
        assertEquals(
                List.of("pp", "one-thread", "again", "to", "one-thread", "+20", "(+10..+30,", "2)"),
                words(lines.get(2)));
        assertEquals(
                List.of("pp", "floor", "again", "to", "floor", "+20", "(+10..+30,", "2)"),
                words(lines.get(3)));
        assertEquals(List.of("pp", RECORDING, "1.00", "1.00", "(1.50)"), words(lines.get(5)));
        lines.forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void shouldListAllRoundsWhenThereAreMany() throws IOException {
        Campaign campaign = campaign(Clients.ONE_THREAD, Addition.WATCHED.to(Clients.ONE_THREAD));
        for (int i = 0; i < 12; i++) {
            addRound(campaign, "pp", 10, 12, 15, 12, 10);
        }

        List<String> lines = AdditionCost.lines(campaign);

        assertEquals(10, lines.stream().filter(line -> line.contains("pp")).count() + 1);
        lines.forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void shouldSayNothingOfFloodsWhenTheyWereMeasured() throws IOException {
        Campaign campaign = campaign(Clients.ONE_THREAD, RECORDING);
        addRound(campaign, "flood", 10, 12, 12.04, 12, 10);

        assertEquals(2, AdditionCost.lines(campaign).size());
    }

    @Test
    void shouldSayNothingWhenNoClientRunsWithAnAdditionBesideItself() throws IOException {
        Campaign plain = campaign(Clients.ONE_THREAD);
        Campaign alone = campaign(RECORDING);
        addRound(plain, "pp", 10, 12, 10);
        addRound(alone, "pp", 10, 12, 10);

        assertEquals(List.of(), AdditionCost.lines(plain));
        assertEquals(List.of(), AdditionCost.lines(alone));
        assertEquals(Plan.FLOOR, alone.trials().get(1).base());
    }
}
