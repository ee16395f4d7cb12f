package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.rest.RestClient;
import io.hayate.venue.rest.RestKey;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.wire.JsonReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlEndpointTest {
    private static final RestKey NO_KEY = new RestKey(null, null, null, null);

    private final FaultRig rig = FaultRig.still();

    private RestResponse ask(String method, String path, String body, String address) {
        return RestClient.ask(rig.exchange(), RestRequest.of(method, path, NO_KEY, body, address));
    }

    private String post(String path, String body) {
        return ask("POST", path, body, "127.0.0.1").body().toString();
    }

    private String get(String path) {
        return ask("GET", path, "", "127.0.0.1").body().toString();
    }

    @Test
    void shouldPutFaultsOnAndTakeThemAway() {
        assertEquals(
                "{\"number\":1}", post("/venue/faults", "{\"fault\":\"lost-ack\",\"every\":2}"));
        assertEquals("{\"number\":2}", post("/venue/faults", "{\"rule\":\"late-ack delay=3s\"}"));
        FaultRig.Client client = rig.demo();
        client.buy(1).buy(2);
        assertEquals("on on", client.types()); // of two rules of one way out the last wins

        assertEquals(
                "[{\"number\":1,\"rule\":\"lost-ack every=2\",\"made\":1},"
                        + "{\"number\":2,\"rule\":\"late-ack delay=3s\",\"made\":2}]",
                get("/venue/faults"));
        assertEquals("{\"cleared\":1}", post("/venue/clear", "{\"number\":1}"));
        assertEquals("{\"cleared\":0}", post("/venue/clear", "{\"number\":1}"));
        assertEquals("{\"cleared\":1}", post("/venue/clear", ""));
        assertEquals("[]", get("/venue/faults"));
    }

    @Test
    void shouldTellWhatThereIsInJson() throws Exception {
        assertTrue(get("/venue").startsWith("{\"connections\":0,"), get("/venue"));
        assertTrue(
                JsonReader.read(get("/venue/kinds")) instanceof List<?> kinds && kinds.size() > 50);
        assertTrue(post("/venue/chaos", "{\"seed\":42}").startsWith("{\"rules\":[\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/venue/faults|[]|400|the body must be a JSON object",
                "/venue/faults|{|400|the body must be a JSON object",
                "/venue/faults|{}|400|the body must have a fault, or a rule",
                "/venue/faults|{\"fault\":\"x\"}|400|fault must be one that the venue knows: was x",
                "/venue/faults|{\"fault\":[1]}|400|fault must be a text, a number, true or false",
                "/venue/chaos|{\"seed\":\"x\"}|400|seed must be a whole number: was x",
                "/venue/nothing|{}|404|there are /venue/faults, /venue/clear and /venue/chaos"
            })
    void shouldSayWhatIsWrong(String path, String body, int status, String words) {
        RestResponse response = ask("POST", path, body, "127.0.0.1");

        assertEquals(status, response.status());
        String text = response.body().toString();
        assertTrue(text.startsWith("[\"error\",10020,\"" + words), text);
    }

    @Test
    void shouldListenToItsOwnMachineAlone() {
        assertEquals(403, ask("GET", "/venue", "", "10.0.0.7").status());
        assertEquals(200, ask("GET", "/venue", "", "::1").status());
        assertEquals(200, ask("GET", "/venue", "", "0:0:0:0:0:0:0:1").status());
        assertEquals(404, ask("GET", "/venues", "", "127.0.0.1").status());
    }

    @Test
    void shouldRefuseRequestsOverHttpByFaultsButNotThoseOfItsOwn() throws Exception {
        try (SimulatedVenue venue =
                SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0))) {
            HttpClient http = HttpClient.newHttpClient();
            URI root = URI.create("http://127.0.0.1:" + venue.port());
            HttpRequest fault =
                    HttpRequest.newBuilder(root.resolve("/venue/faults"))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"fault\":\"http-status\",\"status\":429,"
                                                    + "\"type\":\"/v2/platform\",\"times\":1}"))
                            .build();
            HttpRequest status =
                    HttpRequest.newBuilder(root.resolve("/v2/platform/status")).build();
            assertEquals("{\"number\":1}", send(http, fault).body());

            assertEquals(429, send(http, status).statusCode());
            assertEquals("[1]", send(http, status).body());
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request)
            throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
