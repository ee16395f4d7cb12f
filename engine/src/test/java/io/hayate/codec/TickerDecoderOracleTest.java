package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.Ticker;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read to the bit as {@link Double#parseDouble} reads them. */
class TickerDecoderOracleTest {
    private static final int FRAMES = 20_000;

    private final WholeFrameReader reader = new WholeFrameReader();
    private final JsonFactory plain = new JsonFactory();
    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "278200",
                "-3710",
                "2e-8",
                "7.1e-7",
                "-5.2128e-8",
                "-1.4e-7",
                "1e+21",
                "1E21",
                "1.5e+300",
                "0.000001",
                "9.9e-7",
                "0.0000011",
                "43.358118629999986",
                "0.006000000000000001",
                "0.001448229999994055",
                "0.00028313972602739723",
                "-13.014640000000007",
                "1755757983971",
                "9007199254740993",
                "123456789012345678",
                "1234567890123456789",
                "12345678901234567890123",
                "-123456789012345678901",
                "0.1234567890123456789012345678901234567890",
                "1.7976931348623157e308",
                "4.9e-324",
                "1e-400",
                "2.2250738585072011e-308",
                "100.00000000"
            })
    void shouldReadEveryFormOfNumber(String number) throws IOException {
        Ticker ticker = reader.ticker("[1,[" + number + ",5," + number + "]]");

        assertEquals(Double.parseDouble(number), ticker.bidPrice());
        assertEquals(5, ticker.bidAmount());
        assertEquals(Double.parseDouble(number), ticker.askPrice());
    }

    @Test
    void shouldReadRandomTickersAsPlainParserDoes() throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            String frame = frame();
            List<Double> expected = oracle(frame);
            Ticker ticker = reader.ticker(frame);
            assertEquals(
                    expected,
                    List.of(
                            ticker.bidPrice(),
                            ticker.bidAmount(),
                            ticker.askPrice(),
                            ticker.askAmount(),
                            ticker.dailyChange(),
                            ticker.dailyChangeRelative(),
                            ticker.lastPrice(),
                            ticker.volume(),
                            ticker.high(),
                            ticker.low()),
                    frame);
        }
    }

    private String frame() {
        List<String> row = new ArrayList<>();
        int fields = 8 + random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            row.add(number());
        }
        return "[" + random.nextInt(1, 999_999) + ",[" + String.join(",", row) + "]]";
    }

    private String number() {
        return switch (random.nextInt(9)) {
            case 0 -> "null";
            case 1 -> Integer.toString(random.nextInt(-500_000, 500_000));
            case 2 -> BigDecimal.valueOf(random.nextLong(-1L << 50, 1L << 50), 8).toPlainString();
            case 3 -> BigDecimal.valueOf(random.nextInt(1, 99_999), 5).toPlainString();
            case 4 -> javaScript(random.nextDouble() * 1e-7);
            case 5 -> javaScript(-random.nextDouble() * 1e22);
            case 6 -> new BigDecimal(random.nextDouble() * 1e5).toPlainString().substring(0, 15);
            case 7 -> Double.toString(random.nextDouble() * 1_000);
            default -> Long.toString(random.nextLong());
        };
    }

    private static String javaScript(double value) {
        return Double.toString(value).replaceFirst("E(\\d)", "e+$1").replace('E', 'e');
    }

    private List<Double> oracle(String frame) throws IOException {
        List<Double> values = new ArrayList<>();
        try (JsonParser parser = plain.createParser(frame)) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
                values.add(none ? Double.NaN : Double.parseDouble(parser.getText()));
            }
        }
        while (values.size() < 10) {
            values.add(Double.NaN);
        }
        return values.subList(0, 10);
    }
}
