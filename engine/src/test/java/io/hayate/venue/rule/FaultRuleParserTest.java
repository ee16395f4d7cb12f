package io.hayate.venue.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Channel;
import io.hayate.model.ConfigException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultRuleParserTest {
    static List<String> words() {
        return FaultKind.words();
    }

    @ParameterizedTest
    @MethodSource("words")
    void shouldReadEachKindByItsNameAlone(String word) {
        FaultRule rule = FaultRuleParser.parse(word);

        assertEquals(word, rule.kind().word());
        assertEquals(word, rule.toString());
        assertEquals(FaultWhen.ALWAYS, rule.when());
        rule.kind().parameters().forEach(each -> each.checked(word, each.otherwise()));
    }

    @Test
    void shouldReadHowWhenAndWithWhom() {
        FaultRule rule =
                FaultRuleParser.parse(
                        "late delay=3s every=5 times=2 chance=0.5 from=1m lasts=10s channel=book"
                                + " symbol=tBTCUSD account=k connection=7 type=cs,data");

        assertEquals(3_000, rule.durationMs("delay"));
        assertEquals(new FaultWhen(5, 0, 2, 0.5, 60_000, 10_000, 0), rule.when());
        assertEquals(Set.of(Channel.BOOK), rule.scope().channels());
        assertEquals(List.of("cs", "data"), rule.scope().types());
        assertEquals("tBTCUSD", rule.scope().symbol());
        assertEquals("k", rule.scope().account());
        assertEquals(7, rule.scope().connection());
    }

    @Test
    void shouldTakeANumberBehindTheNameAsEveryNth() {
        assertEquals(
                FaultRuleParser.parse("dropped every=5 nth=2"),
                FaultRuleParser.parse("dropped=5 nth=2"));
    }

    @Test
    void shouldCoverPublicChannelsUnlessAFrameIsNamed() {
        FaultScope plain = FaultRuleParser.parse("dropped").scope();
        FaultScope named = FaultRuleParser.parse("dropped type=on").scope();

        assertEquals(FaultScope.PUBLIC, plain.channels());
        assertFalse(plain.events());
        assertEquals(FaultScope.ALL, named.channels());
        assertTrue(named.events());
    }

    @Test
    void shouldReadItsOwnTextBack() {
        FaultRule rule = FaultRuleParser.parse("text text=\"a \\\"b\\\" \\\\ c\" every=2s times=3");

        FaultRule again = FaultRuleParser.parse(rule.toString());

        assertEquals("a \"b\" \\ c", again.value("text"));
        assertEquals(rule, again);
        assertEquals(2_000, again.when().periodMs());
    }

    @Test
    void shouldTakeStepsBackOfTheClock() {
        assertEquals(-3_600_000, FaultRuleParser.parse("clock-step by=-1h").durationMs("by"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "late-akc|fault must be one that the venue knows, such as late-ack: was late-akc",
                "late dealy=3s|fault late: dealy is no setting of it: did you mean delay?",
                "late delay=3|fault late: delay must be a duration such as 500ms, 3s or 2m: was 3",
                "late every=0|fault late: every must be a whole number from 1 to 2147483647: was 0",
                "late every=x|fault late: every must be a whole number from 1 to 2147483647: was x",
                "late chance=2|fault late: chance must be a number above 0 and up to 1: was 2",
                "late chance=.|fault late: chance must be a number above 0 and up to 1: was .",
                "late from=x|fault late: from must be a duration such as 500ms, 3s or 2m: was x",
                "late x|fault late: each setting must be key=value, once: was x",
                "late nth=1 nth=2|fault late: each setting must be key=value, once: was nth=2",
                "info every=0s|fault info: every must be a duration above 0: was 0s",
                "closed code=-1|fault closed: code must be a whole number from 0 to 1000000000: was -1",
                "odd-numbers form=x|fault odd-numbers: form must be exponent, noise, string,"
                        + " negative-zero, huge or null: was x",
                "muted channel=bok|fault muted: channel must be ticker, trades, book, candles,"
                        + " status, account, public or all: was bok"
            })
    void shouldSayWhatIsWrong(String line, String message) {
        ConfigException refused =
                assertThrows(ConfigException.class, () -> FaultRuleParser.parse(line));

        assertEquals(message, refused.getMessage());
    }
}
