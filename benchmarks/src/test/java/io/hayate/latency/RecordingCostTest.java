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

class RecordingCostTest {
    private static final Path FOLDER = Path.of("");
    private static final String RECORDING = Clients.ONE_THREAD + Clients.RECORDING;

    private static Campaign campaign(String... names) {
        JvmCommands jvm = new JvmCommands(FOLDER, FOLDER);
        Clients clients = Clients.of(List.of(names), jvm, "blocking", FOLDER); // none of them spins
        List<Trial> trials = new Plan(1, 1, 1, List.of(1)).trials(clients, new Pins());
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

    @Test
    void shouldSayWhatRecordingAddsWhenClientRunsWithAndWithout() throws IOException {
        Campaign campaign = campaign(Clients.ONE_THREAD, RECORDING);
        addRound(campaign, "pp", 10, 12, 12.04, 10.01);
        addRound(campaign, "pp", 10, 13, 13.02, 10.03);
        addRound(campaign, "pp", 10, 14, 20, 15); // the floor does not agree with itself

        List<String> lines = RecordingCost.lines(campaign);

        assertEquals(3, lines.size());
        assertEquals(
                List.of("pp", RECORDING, "to", "one-thread", "+30", "(+20..+40,", "2)"),
                List.of(lines.get(1).strip().split(" +")));
        assertEquals(
                List.of("pp", "floor", "again", "to", "floor", "+20", "(+10..+30,", "2)"),
                List.of(lines.get(2).strip().split(" +")));
        lines.forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void shouldSayNothingOfFloodsWhenTheyWereMeasured() throws IOException {
        Campaign campaign = campaign(Clients.ONE_THREAD, RECORDING);
        addRound(campaign, "flood", 10, 12, 12.04, 10.01);

        assertEquals(1, RecordingCost.lines(campaign).size());
    }

    @Test
    void shouldSayNothingWhenNoClientRecordsBesideItself() throws IOException {
        Campaign plain = campaign(Clients.ONE_THREAD);
        Campaign alone = campaign(RECORDING);
        addRound(plain, "pp", 10, 12, 10);
        addRound(alone, "pp", 10, 12, 10);

        assertEquals(List.of(), RecordingCost.lines(plain));
        assertEquals(List.of(), RecordingCost.lines(alone));
        assertEquals(Plan.FLOOR, alone.trials().get(1).base());
    }
}
