package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignTest {
    private static final List<Step> STEPS = List.of(Step.parse("pp"));
    private static final Trial FLOOR = trial(Plan.FLOOR);
    private static final Trial AGAIN = trial(Plan.FLOOR_AGAIN);
    private static final Trial OTHER = trial("other");

    private final Campaign campaign =
            new Campaign(List.of(FLOOR, OTHER, AGAIN), Plan.FLOOR, Plan.FLOOR_AGAIN);

    private static Trial trial(String label) {
        return new Trial(label, Plan.FLOOR, null, false, 1, STEPS);
    }

    private void addRound(double floor, double again, double other) throws IOException {
        campaign.beginRound();
        campaign.add(FLOOR, figures(floor));
        campaign.add(AGAIN, figures(again));
        campaign.add(OTHER, figures(other));
    }

    private static Map<String, StepFigures> figures(double p50) throws IOException {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"steps\":[{\"step\":\"pp\",\"triggers\":1,\"t2t_us\":{\"p50\":%f}}]}",
                        p50);
        return StepFigures.of(new ObjectMapper().readTree(json));
    }

    private List<Double> ratios() {
        return campaign.ratios(OTHER, "pp", figures -> figures.latency().p50());
    }

    @Test
    void shouldDivideByTheFloorOfTheSameRoundWhenRoundsDiffer() throws IOException {
        addRound(10, 10, 20);
        addRound(20, 21, 30);

        assertEquals(List.of(2.0, 1.5), ratios());
        assertEquals(2, campaign.countingRounds("pp"));
    }

    @Test
    void shouldLeaveRoundOutWhenFloorDiffersFromItself() throws IOException {
        addRound(10, 11.5, 20);
        addRound(10, 8.5, 20);
        addRound(10, 10.9, 40);

        assertEquals(List.of(4.0), ratios());
        assertEquals(1, campaign.countingRounds("pp"));
    }

    @Test
    void shouldUseAllRoundsButCountNoneWhenFloorNeverAgrees() throws IOException {
        addRound(10, 20, 30);
        addRound(10, 30, 50);

        assertEquals(List.of(3.0, 5.0), ratios());
        assertEquals(0, campaign.countingRounds("pp"));
    }

    @Test
    void shouldLeaveRoundOutWhenClientFailedInIt() throws IOException {
        addRound(10, 10, 20);
        campaign.beginRound();
        campaign.add(FLOOR, figures(10));
        campaign.add(AGAIN, figures(10));

        assertEquals(List.of(2.0), ratios());
    }

    @Test
    void shouldFitHundredColumnsWhenFiguresAreLarge() throws IOException {
        addRound(10, 10, 9_999_999);
        addRound(10, 10, 0.001);

        List<String> lines = StepTable.lines(campaign);

        assertEquals(4, lines.size());
        for (String line : lines) {
            assertTrue(line.length() <= 100, line);
        }
    }

    @Test
    void shouldTakeTheMiddleWhenMedian() {
        assertEquals(2, Statistics.median(List.of(9.0, 1.0, 2.0)));
        assertEquals(1.5, Statistics.median(List.of(2.0, 1.0)));
        assertTrue(Double.isNaN(Statistics.median(List.of())));
        assertEquals(3.5, Statistics.medianOf(List.of(1.0, 2.0, 3.0, 4.0), 2, 99));
    }
}
