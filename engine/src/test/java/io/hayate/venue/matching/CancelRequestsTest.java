package io.hayate.venue.matching;

import static io.hayate.venue.server.Masks.field;
import static io.hayate.venue.server.Masks.mask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelRequestsTest {
    private static final String NOT_FOUND = ",null,\"ERROR\",\"Order not found.\"]]";

    private SimulatedVenue venue;
    private VenueClient client;
    private String day;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withSymbols(List.of("tBTCUSD")));
        client = VenueClient.authenticated(venue, 1);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldRestThenCancelById() throws Exception {
        send("on", limit(7, "0.001", "10000"));
        List<String> placed = client.next(5);
        String id = field(placed.get(1), 0);
        send("oc", "{\"id\":" + id + "}");
        List<String> canceled = client.next(5);

        String row =
                "[O,null,7,\"tBTCUSD\",T,T,0.001,0.001,\"EXCHANGE LIMIT\",null,null,null,0,\"%s\","
                        + "null,null,10000,0,0,0,null,null,null,0,0,null,null,null,\"API>BFX\",null,"
                        + "null,{\"source\":\"api\"}]";
        assertEquals("[0,\"on\"," + row.formatted("ACTIVE") + "]", mask(placed.get(1)));
        assertEquals("[0,\"wu\",[\"exchange\",\"USD\",1000000,0,999990,null,null]]", placed.get(3));
        assertEquals(
                "[0,\"n\",[T,\"oc-req\",null,null,"
                        + row.formatted("ACTIVE")
                        + ",null,\"SUCCESS\","
                        + "\"Submitted for cancellation; waiting for confirmation (ID: O).\"]]",
                mask(canceled.get(0)));
        assertEquals("[0,\"oc\"," + row.formatted("CANCELED") + "]", mask(canceled.get(1)));
        assertEquals(
                "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,1000000,null,null]]", canceled.get(3));
    }

    @Test
    void shouldCancelByClientIdAndItsDay() throws Exception {
        place(limit(7, "0.001", "10000"));
        send("oc", "{\"cid\":7,\"cid_date\":\"" + day + "\"}");

        assertTrue(client.skipTo("[0,\"n\"").contains("\"SUCCESS\""));
        assertTrue(client.next().contains("\"CANCELED\""));
    }

    @Test
    void shouldNotFindOrderOfAnotherDayOrId() throws Exception {
        place(limit(7, "0.001", "10000"));
        String error = "[0,\"n\",[T,\"oc-req\",null,null,[%s,null,%s" + ",null".repeat(20) + ",0";
        String tail = ",null".repeat(8) + "]" + NOT_FOUND;

        assertEquals(
                error.formatted("null", "7") + tail,
                mask(ask("{\"cid\":7,\"cid_date\":\"2016-12-05\"}")));
        assertEquals(error.formatted("null", "7") + tail, mask(ask("{\"cid\":7}")));
        assertEquals(error.formatted("1", "null") + tail, mask(ask("{\"id\":1}")));
        assertTrue(ask("{\"id\":\"x\"}").endsWith(NOT_FOUND));
        assertTrue(ask("{\"id\":1e300}").endsWith(NOT_FOUND));
        assertTrue(ask("{}").endsWith(NOT_FOUND));
    }

    private String ask(String payload) throws Exception {
        send("oc", payload);
        return client.skipTo("[0,\"n\"");
    }

    @Test
    void shouldNotFindOrderThatIsDone() throws Exception {
        String id = place(limit(7, "0.001", "10000"));
        assertTrue(ask("{\"id\":\"" + id + "\"}").contains("\"SUCCESS\""));

        assertTrue(ask("{\"id\":" + id + "}").endsWith(NOT_FOUND));
    }

    @Test
    void shouldCancelManyByIdClientIdAndGroup() throws Exception {
        String first = place(limit(1, "0.001", "10000"));
        place(limit(2, "0.001", "10001"));
        place(limit(3, "0.001", "10002").replace("}", ",\"gid\":5}"));
        place(limit(4, "0.001", "10003").replace("}", ",\"gid\":6}"));
        place(limit(5, "0.001", "10004"));

        send("oc_multi", "{\"id\":[" + first + "],\"cid\":[[2,\"" + day + "\"]],\"gid\":[5,[6]]}");

        String answer = client.skipTo("[0,\"n\"");
        assertTrue(mask(answer).startsWith("[0,\"n\",[T,\"oc_multi-req\",null,null,[[O,null,1,"));
        assertTrue(answer.endsWith(",\"SUCCESS\",\"Submitting 4 order cancellations.\"]]"), answer);
        for (String clientOrderId : List.of("1", "2", "3", "4")) {
            assertEquals(clientOrderId, field(client.skipTo("[0,\"oc\""), 2));
        }
        send("oc_multi", "{\"all\":1}");
        assertTrue(client.skipTo("[0,\"n\"").contains("Submitting 1 order cancellations."));
        assertEquals("5", field(client.skipTo("[0,\"oc\""), 2));
    }

    @Test
    void shouldCancelNothingWhenNothingIsMeant() throws Exception {
        place(limit(1, "0.001", "10000"));
        for (String payload : List.of("{}", "{\"id\":[]}", "{\"cid\":[[1]]}", "{\"gid\":[null]}")) {
            send("oc_multi", payload);

            assertTrue(
                    client.skipTo("[0,\"n\"")
                            .endsWith(
                                    ",[],null,\"SUCCESS\",\"Submitting 0 order cancellations.\"]]"));
        }
    }

    @Test
    void shouldShowRestingOrdersToNewConnection() throws Exception {
        place(limit(7, "-0.001", "90001"));
        try (VenueClient other = VenueClient.connect(venue)) {
            other.send(VenueClient.auth("demo-key", "demo-secret", 2, ""));

            String orders = other.skipTo("[0,\"os\"");

            assertTrue(mask(orders).startsWith("[0,\"os\",[[O,null,7,\"tBTCUSD\",T,T,-0.001,"));
            assertEquals(
                    "[0,\"wu\",[\"exchange\",\"BTC\",100,0,99.999,null,null]]",
                    other.skipTo("[0,\"wu\",[\"exchange\",\"BTC\""));
        }
    }

    /** Rests an order, notes its UTC day and answers its id. */
    private String place(String payload) throws Exception {
        send("on", payload);
        String placed = client.skipTo("[0,\"on\"");
        Instant created = Instant.ofEpochMilli(Long.parseLong(field(placed, 4)));
        day = LocalDate.ofInstant(created, ZoneOffset.UTC).toString();
        return field(placed, 0);
    }

    private void send(String type, String payload) throws Exception {
        client.send("[0,\"" + type + "\",null," + payload + "]");
    }

    private static String limit(int clientOrderId, String amount, String price) {
        return "{\"cid\":%d,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"%s\",\"price\":\"%s\"}"
                .formatted(clientOrderId, amount, price);
    }
}
