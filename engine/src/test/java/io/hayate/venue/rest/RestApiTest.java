package io.hayate.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest {
    private static final String INVALID_PATH = "404 [\"error\",10000,\"path: invalid\"]";

    private static final List<String> SYMBOLS =
            List.of("tBTCUSD", "tETHUSD", "tDOGE:USD", "tBTCF0:USTF0", "fUSD");

    private final RestClient client =
            new RestClient(
                    VenueConfig.DEFAULTS
                            .withSymbols(SYMBOLS)
                            .withRestLimitFactor(0)
                            .withTickersPerSecond(0));

    private static Object at(Object row, int... indices) {
        Object value = row;
        for (int index : indices) {
            value = ((List<?>) value).get(index);
        }
        return value;
    }

    @Test
    void shouldSayThatItWorks() {
        assertEquals("200 [1]", client.get("/v2/platform/status"));
        assertEquals("200 [1]", client.get("/api/v2/platform/status"));
    }

    @Test
    void shouldTellTheTickerThatTheSocketTells() throws IOException {
        List<?> ticker = client.rows("/v2/ticker/tBTCUSD");
        List<?> tickers = client.rows("/v2/tickers?symbols=fUSD,tBTCUSD,tNOPEUSD");

        assertEquals(11, ticker.size());
        assertEquals(2, tickers.size());
        assertEquals("tBTCUSD", at(tickers, 0, 0));
        assertEquals(ticker, ((List<?>) tickers.get(0)).subList(1, 12));
        assertEquals("fUSD", at(tickers, 1, 0));
        assertEquals(17, ((List<?>) tickers.get(1)).size());
        assertEquals(5, client.rows("/v2/tickers?symbols=ALL").size());
    }

    @Test
    void shouldTellBooksOfAnyLengthAndPrecision() throws IOException {
        List<?> book = client.rows("/v2/book/tBTCUSD/P0?len=100");

        assertEquals(3, ((List<?>) book.get(0)).size());
        assertEquals(
                25,
                client.rows("/v2/book/tBTCUSD/R0").stream()
                        .filter(row -> ((BigDecimal) at(row, 2)).signum() > 0)
                        .count());
        assertEquals(2, client.rows("/v2/book/tDOGE%3AUSD/P1?len=1").size());
        assertEquals(4, ((List<?>) client.rows("/v2/book/fUSD/P0").get(0)).size());
    }

    @Test
    void shouldTellTradesByTimeAndOrder() throws IOException {
        List<?> newestFirst = client.rows("/v2/trades/tBTCUSD/hist");
        List<?> oldestFirst = client.rows("/v2/trades/tBTCUSD/hist?sort=1&limit=3");
        Object second = at(newestFirst, 1, 1);

        assertEquals(30, newestFirst.size());
        assertEquals(3, oldestFirst.size());
        assertEquals(newestFirst.get(29), oldestFirst.get(0));
        List<?> since = client.rows("/v2/trades/tBTCUSD/hist?start=" + second);
        assertTrue(since.size() < 30 && since.contains(newestFirst.get(1)), since::toString);
        assertEquals(List.of(), client.rows("/v2/trades/tBTCUSD/hist?end=1000"));
    }

    @Test
    void shouldKeepTheCandlesThatItHasTold() throws IOException {
        List<?> before = client.rows("/v2/candles/trade:1m:tBTCUSD/hist?limit=50");
        client.goTo(600_000);

        assertEquals(before, client.rows("/v2/candles/trade:1m:tBTCUSD/hist?limit=50"));
        assertEquals(before.get(0), client.rows("/v2/candles/trade:1m:tBTCUSD/last"));
        assertEquals(6, ((List<?>) before.get(0)).size());
        assertEquals(100, client.rows("/v2/candles/trade:1D:fUSD:a30:p2:p30/hist").size());
    }

    @Test
    void shouldTellTheStateOfDerivatives() throws IOException {
        List<?> rows = client.rows("/v2/status/deriv?keys=ALL");

        assertEquals(1, rows.size());
        assertEquals("tBTCF0:USTF0", at(rows, 0, 0));
        assertEquals(24, ((List<?>) rows.get(0)).size());
        assertEquals("200 []", client.get("/v2/status/deriv?keys=tNOPEF0:USTF0"));
        assertEquals("200 []", client.get("/v2/liquidations/hist"));
    }

    @Test
    void shouldAnswerSeveralTablesInOneCall() throws IOException {
        List<?> tables =
                client.rows(
                        "/v2/conf/pub:list:pair:exchange,pub:list:pair:futures,"
                                + "pub:map:currency:undl,pub:info:pair,pub:list:pair:securities");

        assertEquals(5, tables.size());
        assertTrue(((List<?>) tables.get(0)).contains("DOGE:USD"));
        assertEquals(List.of("BTCF0:USTF0"), tables.get(1));
        assertEquals(List.of("BTCF0", "BTC"), at(tables, 2, 0));
        assertEquals("BTCUSD", at(tables, 3, 0, 0));
        assertEquals(12, ((List<?>) at(tables, 3, 0, 1)).size());
        assertTrue(at(tables, 3, 0, 1, 3) instanceof String);
        assertEquals(List.of(), tables.get(4));
    }

    @Test
    void shouldTellVersionOnesTables() throws IOException {
        assertTrue(client.rows("/v1/symbols").contains("btcusd"));
        assertTrue(client.get("/v1/symbols_details").contains("\"pair\":\"doge:usd\""));
    }

    @Test
    void shouldConvertCurrencies() throws IOException {
        List<?> ticker = client.rows("/v2/ticker/tBTCUSD");

        String rate = client.post("/v2/calc/fx", "{\"ccy1\":\"BTC\",\"ccy2\":\"USD\"}");

        assertEquals("200 [" + ((BigDecimal) at(ticker, 6)).toPlainString() + "]", rate);
        assertEquals("200 [1]", client.post("/v2/calc/fx", "{\"ccy1\":\"USD\",\"ccy2\":\"USD\"}"));
        assertEquals(
                "500 [\"error\",10020,\"ccy1: invalid\"]",
                client.post("/v2/calc/fx", "{\"ccy1\":\"NOPE\",\"ccy2\":\"USD\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2/ticker/tNOPE           | symbol",
                "/v2/ticker/                | symbol",
                "/v2/tickers                | symbols",
                "/v2/book/tNOPE/P0          | symbol",
                "/v2/book/tBTCUSD/P9        | precision",
                "/v2/book/tBTCUSD/P0?len=7  | len",
                "/v2/book/tBTCUSD/P0?len=x  | len",
                "/v2/book/tBTCUSD/P0?len=4294967321 | len",
                "/v2/trades/tBTCUSD/hist?limit=0     | limit",
                "/v2/trades/tBTCUSD/hist?limit=10001 | limit",
                "/v2/trades/tBTCUSD/hist?limit=1e9   | limit",
                "/v2/trades/tBTCUSD/hist?start=-1    | start",
                "/v2/trades/tBTCUSD/hist?end=NaN     | end",
                "/v2/trades/tBTCUSD/hist?sort=up     | sort",
                "/v2/candles/trade:2m:tBTCUSD/hist   | key",
                "/v2/candles/nope/hist               | key",
                "/v2/status/deriv                    | keys",
                "/v2/conf/nope                       | conf"
            })
    void shouldNameTheParameterThatIsWrong(String target, String name) {
        assertEquals("500 [\"error\",10020,\"" + name + ": invalid\"]", client.get(target));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,''",
        "GET,/v2",
        "GET,/v3/ticker/tBTCUSD",
        "GET,/v2/nope",
        "GET,/v1/nope",
        "POST,/v2/ticker/tBTCUSD",
        "GET,/v2/calc/fx",
        "GET,/v2/candles/trade:1m:tBTCUSD/nope",
        "GET,//v2//ticker",
        "GET,/%",
        "GET,/v2/%2e%2e/ticker"
    })
    void shouldAnswerPathsThatLeadNowhere(String method, String target) {
        assertEquals(INVALID_PATH, RestClient.text(client.ask(method, target, "")));
    }

    @Test
    void shouldMoveAMarketOnWhenOneAsksForIt() {
        RestClient moving = new RestClient(VenueConfig.DEFAULTS.withRestLimitFactor(0));
        String before = moving.get("/v2/ticker/tBTCUSD");

        moving.goTo(30_000);

        assertNotEquals(before, moving.get("/v2/ticker/tBTCUSD"));
    }

    @Test
    void shouldAskAnAddressToWaitWhenItAsksTooOften() {
        RestClient limited = new RestClient(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        for (int i = 0; i < 30; i++) {
            assertEquals("200 [1]", limited.get("/v2/platform/status"));
        }

        String tooMany = "429 [\"error\",11010,\"ratelimit: error\"]";
        assertEquals(tooMany, limited.get("/v2/platform/status"));
        assertTrue(limited.get("/v2/ticker/tBTCUSD").startsWith("200 "));
        limited.goTo(59_999);
        assertEquals(tooMany, limited.get("/v2/platform/status"));
        limited.goTo(60_000);
        assertEquals("200 [1]", limited.get("/v2/platform/status"));
    }
}
