package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.QueueModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the book and ticker that are followed, handed on as they stand while that is all there is. */
class HandedOnTextsTest {
    private static final String SNAPSHOT =
            "[[99,2,5],[98,1,10],[97,1,10],[101,3,-5],[102,1,-10],[103,1,-10]]";
    private static final int BULK = 536_870_912;
    private static final int STEPS = 3_000;

    private MirrorRig mirror;
    private TradingClient client;

    @BeforeEach
    void begin() {
        mirror = MirrorRig.levels(QueueModel.RISK_AVERSE);
        mirror.book(SNAPSHOT);
        client = mirror.rig.first();
        listen(client, "P0", 25);
        mirror.book("[99,2,5.1]"); // from here on it is known that all was told
        client.take();
    }

    private static void listen(TradingClient client, String precision, int length) {
        client.subscribe(
                "\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\""
                        + precision
                        + "\",\"freq\":\"F0\",\"len\":\""
                        + length
                        + "\"");
    }

    /** What was heard of public channels, without their numbers. */
    private static List<String> heard(TradingClient client) {
        return client.take().stream()
                .filter(text -> text.startsWith("[") && !text.startsWith("[0,"))
                .map(text -> text.substring(text.indexOf(',') + 1, text.length() - 1))
                .toList();
    }

    @Test
    void shouldHandARowOnAsItStands() {
        mirror.book("[98,1,10.10]");
        mirror.book(" [ 97 , 0 , 1 ] ");

        assertEquals(List.of("[98,1,10.10]", "[ 97 , 0 , 1 ]"), heard(client));
    }

    @Test
    void shouldTellOfItsOwnBookWhileAnOrderOfAClientRestsThere() {
        long id = client.limit("2", "98");
        assertEquals(List.of("[98,2,12]"), heard(client));

        mirror.book("[98,1,10.10]");
        mirror.book("[97,1,9.90]");
        assertEquals(List.of("[98,2,12.1]", "[97,1,9.9]"), heard(client));

        client.cancel(id);
        mirror.book("[97,1,9.80]");
        assertEquals(List.of("[98,1,10.1]", "[97,1,9.8]"), heard(client));
        mirror.book("[97,1,9.70]");
        assertEquals(List.of("[97,1,9.70]"), heard(client));
    }

    @Test
    void shouldTellOfItsOwnBookUntilWhatWasEatenHasGone() {
        client.limit("3", "101");
        client.take();

        mirror.book("[101,3,-5.0]");
        mirror.book("[102,1,-10.50]");
        assertEquals(List.of("[102,1,-10.5]"), heard(client));

        mirror.book("[101,0,-1]");
        mirror.book("[101,1,-4.0]");
        mirror.book("[101,1,-4.10]");
        assertEquals(List.of("[101,0,-1]", "[101,1,-4.0]", "[101,1,-4.10]"), heard(client));
    }

    @Test
    void shouldTellASnapshotByWhatItChanges() {
        mirror.book("[98,1,10.10]");
        client.take();

        mirror.book("[[99,2,5.1],[98,1,11.0],[101,3,-5],[102,1,-10],[104,1,-1.0]]");
        assertEquals(List.of("[97,0,1]", "[103,0,-1]", "[98,1,11]", "[104,1,-1]"), heard(client));

        mirror.book("[104,1,-2.0]");
        mirror.book("[104,1,-2.10]");
        assertEquals("[104,1,-2.10]", heard(client).get(1));
    }

    @Test
    void shouldGiveListsToThoseWhoWantThem() {
        client.send("{\"event\":\"conf\",\"flags\":" + BULK + "}");

        mirror.book("[98,1,10.10]");

        assertEquals(List.of("[[98,1,10.10]]"), heard(client));
    }

    @Test
    void shouldTakeAListApartForThoseWhoDoNot() {
        mirror.text("{'event':'conf','status':'OK','flags':" + BULK + "}");

        mirror.book("[[98,1,10.10],[97,1,9.90]]");
        assertEquals(List.of("[98,1,10.1]", "[97,1,9.9]"), heard(client));

        client.send("{\"event\":\"conf\",\"flags\":" + BULK + "}");
        mirror.book("[[98,1,10.20],[97,1,9.80]]");
        mirror.book("[[98,1,10.30],[97,1,9.70]]");
        assertEquals("[[98,1,10.30],[97,1,9.70]]", heard(client).get(1));
    }

    @ParameterizedTest
    @CsvSource({"P0, 100", "P1, 25"})
    void shouldTellAnotherChannelOfItsOwnBook(String precision, int length) {
        TradingClient other = mirror.rig.second();
        listen(other, precision, length);
        other.take();

        mirror.book("[98,1,10.10]");
        mirror.book("[98,1,10.20]");

        assertEquals(List.of("[98,1,10.1]", "[98,1,10.2]"), heard(other));
    }

    @Test
    void shouldRoundWhatHasMoreDecimalsThanItKeeps() {
        mirror.book("[98,1,10.123456789]");
        assertEquals(List.of("[98,1,10.12345679]"), heard(client));

        mirror.book("[97,1,9.90]");
        mirror.book("[97,1,9.80]");
        assertEquals("[97,1,9.80]", heard(client).get(1));
    }

    @Test
    void shouldHandATickerOnUntilAClientHasChangedItsBook() {
        mirror.text(
                "{'event':'subscribed','channel':'ticker','chanId':11,'symbol':'tBTCUSD','pair':'x'}");
        mirror.text("[11,[99,5.10,101,5,-1,-0.01,100.0,900,110,90]]");
        TradingClient other = mirror.rig.second();
        other.subscribe("\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"");
        other.take();

        mirror.text("[11,[99,5.20,101,5,-1,-0.01,100.0,900,110,90]]");
        assertEquals(List.of("[99,5.20,101,5,-1,-0.01,100.0,900,110,90]"), heard(other));

        client.limit("1", "99.5");
        other.take();
        mirror.text("[11,[99,5.30,101,5,-1,-0.01,100.0,900,110,90]]");
        assertEquals("[99.5,26.1,", heard(other).get(0).substring(0, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0", "R0"})
    void shouldShowTheSameHandedOnOrNot(String precision) {
        mirror = new MirrorRig(QueueModel.PROPORTIONAL, precision, 25);
        boolean areLevels = precision.equals("P0");
        mirror.book(areLevels ? "[[99,2,5],[101,3,-5]]" : "[[100,99,5],[200,101,-5]]");
        client = mirror.rig.first();
        listen(client, precision, 25);
        TradingClient all = mirror.rig.second();
        listen(all, precision, 100);
        Random random = new Random(7);
        List<Long> open = new ArrayList<>();
        int handedOn = 0;
        for (int i = 0; i < STEPS; i++) {
            if (i % 500 < 20) { // then there is time without orders of clients
                trade(random, open);
            } else if (!open.isEmpty() && i % 500 > 100) {
                client.cancel(open.remove(0));
            }
            mirror.book(areLevels ? level(random) : order(random));
            handedOn += heard(client).stream().anyMatch(text -> text.endsWith("0]")) ? 1 : 0;
            assertEquals(all.levels(), client.levels(), "step " + i);
        }
        assertTrue(handedOn > STEPS / 4 && handedOn < STEPS, "handed on: " + handedOn);
        mirror.assertSound();
    }

    private void trade(Random random, List<Long> open) {
        boolean isBuy = random.nextBoolean();
        int price = isBuy ? 95 + random.nextInt(8) : 97 + random.nextInt(8);
        long id = client.limit(isBuy ? "1.5" : "-1.5", String.valueOf(price));
        if (client.status(id).startsWith("ACTIVE") || client.status(id).startsWith("PARTIALLY")) {
            open.add(id);
        }
    }

    /** Bids are 90 to 99, asks 101 to 110; each row ends with a nought, which no number here has. */
    private static String level(Random random) {
        boolean isBid = random.nextBoolean();
        int price = isBid ? 90 + random.nextInt(10) : 101 + random.nextInt(10);
        String sign = isBid ? "" : "-";
        return random.nextInt(4) == 0
                ? "[" + price + ",0," + sign + "1]"
                : "[" + price + ",2," + sign + amount(random) + "]";
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(10L * (1 + random.nextInt(50)), 2);
    }

    private static String order(Random random) {
        boolean isBid = random.nextBoolean();
        int id = (isBid ? 100 : 200) + random.nextInt(12);
        int price = isBid ? 90 + random.nextInt(10) : 101 + random.nextInt(10);
        String sign = isBid ? "" : "-";
        return random.nextInt(4) == 0
                ? "[" + id + ",0," + sign + "1]"
                : "[" + id + "," + price + "," + sign + amount(random) + "]";
    }
}
