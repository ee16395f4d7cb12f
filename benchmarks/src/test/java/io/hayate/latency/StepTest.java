package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void shouldReadAllOptionsWhenGiven() {
        Step step = Step.parse("rate,rate=100000,burst=5,every=25,secs=1.5,warm=1,name=r,keep=9");

        assertEquals(new Step(Step.Kind.RATE, "r", true, 1.5, 0, 100_000, 5, 25, 50, 9), step);
    }

    @Test
    void shouldReadTheSameWhenWrittenAndReadAgain() {
        Step step = Step.parse("pp,gap=7,burst=4,every=2,count=10,keep=3,name=x");

        assertEquals(step, Step.parse(step.textWithKeep()));
    }

    @Test
    void shouldMakeLastOfGroupTheTriggerWhenNothingElseIsSaid() {
        assertEquals(10, Step.parse("pp,burst=10").every());
        assertEquals(32, Step.parse("flood").every());
    }

    @Test
    void shouldRefuseWhenTextIsWrong() {
        refuses("step: kind must be pp, rate or flood: was ping", "ping");
        refuses("step: unknown option speed=1", "pp,speed=1");
        refuses("step: unknown option gap", "pp,gap");
        refuses("step: rate must be a number: was x", "rate,rate=x");
        refuses("step: secs must be over 0", "rate,secs=0");
        refuses("step: every must be at most burst in a closed loop", "pp,burst=2,every=3");
    }

    private static void refuses(String message, String text) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Step.parse(text));
        assertEquals(message, e.getMessage());
    }

    @Test
    void shouldNotDriftWhenPeriodIsNoWholeNumberOfNanoseconds() {
        Step step = Step.parse("rate,rate=30000,burst=7");

        assertEquals(1_000, step.dueNs(1_000, 0));
        assertEquals(1_000 + 7_000_000_000L, step.dueNs(1_000, 30_000));
        assertEquals(1_000 + 233_333, step.dueNs(1_000, 1));
    }

    @Test
    void shouldWriteWhatTheRigReadsWhenTextIsAsked() {
        String text = Step.parse("flood,every=32,keep=5").text();

        assertTrue(text.startsWith("flood,name=flood,warm=0,secs=2.0,count=0,"), text);
        assertTrue(!text.contains("keep"), text);
    }
}
