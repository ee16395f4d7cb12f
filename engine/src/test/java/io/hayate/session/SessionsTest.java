package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.transport.CapturingTransport;
import io.hayate.transport.DisconnectCause;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several connections at one time. */
class SessionsTest {
    private static final Pattern SYMBOL = Pattern.compile("\"symbol\":\"(t\\w+)\"");
    private static final SessionConfig SHARED = SessionConfig.DEFAULTS.withOneConnection(25);

    private int venueIds;

    private static String[] symbols(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("tA%02dUSD", i))
                .toArray(String[]::new);
    }

    private static SessionRig rig(SessionConfig config, Credentials credentials, int symbols) {
        SessionRig rig = new SessionRig(config, credentials, true, symbols(symbols));
        rig.turn();
        return rig;
    }

    /** The account on its own connection, three for 60 tickers. */
    private SessionRig own() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 60);
        for (int i = 0; i < rig.transports.size(); i++) {
            greet(rig, i);
        }
        return rig;
    }

    /** The venue takes a connection, and answers all that is asked on it. */
    private void greet(SessionRig rig, int index) {
        CapturingTransport transport = rig.transports.get(index);
        transport.acceptConnect();
        transport.receive(SessionRig.INFO, rig.nowNs());
        if (String.join("", transport.sent()).contains("\"auth\"")) {
            transport.receive(SessionRig.AUTH_OK, rig.nowNs());
        }
        answer(rig, index);
        rig.drain();
    }

    private void answer(SessionRig rig, int index) {
        for (String symbol : subscribed(rig, index)) {
            venueIds++;
            String text = SessionRig.subscribed(venueIds, symbol);
            rig.transports.get(index).receive(text, rig.nowNs());
        }
        rig.transports.get(index).clearSent();
    }

    private static List<String> subscribed(SessionRig rig, int index) {
        return rig.transports.get(index).sent().stream()
                .filter(text -> text.contains("\"subscribe\""))
                .map(SYMBOL::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static int channelOf(SessionRig rig, String symbol) {
        MarketChannel channel = rig.channels.register(ChannelSpec.ticker(symbol), rig.instruments);
        return channel.id();
    }

    private static void command(SessionRig rig, CommandType type, int channelId) {
        assertTrue(rig.commands.offer(type, channelId, 0));
        rig.pass(10);
    }

    @Test
    void shouldOpenAsFewConnectionsAsHoldTheChannels() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 60);

        assertEquals(4, rig.transports.size());
        assertTrue(rig.transports.stream().allMatch(CapturingTransport::isConnecting));
        for (CapturingTransport transport : rig.transports) {
            transport.acceptConnect();
            transport.receive(SessionRig.INFO, rig.nowNs());
        }
        rig.transport.receive(SessionRig.AUTH_OK, rig.nowNs());

        assertEquals(List.of(), subscribed(rig, 0));
        assertEquals(List.of(symbols(60)).subList(0, 25), subscribed(rig, 1));
        assertEquals(25, subscribed(rig, 2).size());
        assertEquals(10, subscribed(rig, 3).size());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldFillTheAccountsConnectionFirstWhenItIsShared() {
        SessionRig rig = rig(SHARED, SessionRig.KEY, 60);
        for (CapturingTransport transport : rig.transports) {
            transport.acceptConnect();
            transport.receive(SessionRig.INFO, rig.nowNs());
        }
        rig.transport.receive(SessionRig.AUTH_OK, rig.nowNs());

        assertEquals(3, rig.transports.size());
        assertEquals(24, subscribed(rig, 0).size());
        assertEquals(25, subscribed(rig, 1).size());
        assertEquals(11, subscribed(rig, 2).size());
    }

    @Test
    void shouldHaveTheAccountsConnectionAloneWhenNothingElseIsWanted() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 0);

        greet(rig, 0);

        assertEquals(1, rig.transports.size());
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(List.of(), rig.outcomes);
    }

    @Test
    void shouldHaveTheFirstOfMarketDataDecideWhenThereIsNoAccount() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, Credentials.NONE, 30);

        greet(rig, 1);
        assertEquals(SessionState.CONNECTING, rig.state());
        greet(rig, 0);

        assertEquals(2, rig.transports.size());
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldLoseTheChannelsOfOneConnectionAloneWhenItIsLost() {
        SessionRig rig = own();

        rig.transports.get(2).disconnect(DisconnectCause.LOST, "reset");

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(List.of("market 2 DISCONNECTED: reset; 25 channels"), rig.drain());
        assertTrue(rig.transports.get(1).isConnected());
        assertTrue(rig.transports.get(3).isConnected());
        rig.pass(2_000);
        assertTrue(rig.transports.get(2).isConnecting());
        greet(rig, 2);
        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(1, rig.transports.get(1).connects());
    }

    @Test
    void shouldComeBackWithTheAccountAloneWhenItsConnectionIsLost() {
        SessionRig rig = own();

        rig.lose(DisconnectCause.LOST, "reset");

        assertEquals(SessionState.DISCONNECTED, rig.state());
        assertEquals(List.of("DISCONNECTED: reset"), rig.drain());
        assertTrue(rig.transports.get(1).isConnected());
    }

    @Test
    void shouldKeepOnTryingWhenMarketDataIsOutOfReachFromTheStart() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 1);
        greet(rig, 0);

        for (int ms = 0; ms < 60_000; ms += 10) {
            rig.pass(10);
            if (rig.transports.get(1).isConnecting()) {
                rig.transports.get(1).disconnect(DisconnectCause.REFUSED, "nobody there");
            }
            rig.drain();
            rig.transport.receive("[0,\"hb\"]", rig.nowNs());
        }

        assertEquals(List.of(), rig.outcomes);
        assertTrue(rig.transports.get(1).connects() > 5);
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldPutAChannelWhereThereIsRoomWhenItIsWantedLater() {
        SessionRig rig = own();

        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tNEWUSD"));

        assertEquals(4, rig.transports.size());
        assertEquals(List.of("tNEWUSD"), subscribed(rig, 3));
        command(rig, CommandType.UNSUBSCRIBE, channelOf(rig, "tA03USD"));
        assertTrue(
                rig.transports.get(1).sent().stream()
                        .anyMatch(text -> text.contains("\"unsubscribe\"")));
        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tLTCUSD"));
        assertEquals(List.of("tLTCUSD"), subscribed(rig, 1));
    }

    @Test
    void shouldAskOnceWhenAChannelIsWantedTwice() {
        SessionRig rig = own();
        int id = channelOf(rig, "tNEWUSD");

        command(rig, CommandType.SUBSCRIBE, id);
        command(rig, CommandType.SUBSCRIBE, id);
        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tA01USD"));
        command(rig, CommandType.SUBSCRIBE, 4_000); // nobody registered it

        assertEquals(List.of("tNEWUSD"), subscribed(rig, 3));
        assertEquals(List.of(), subscribed(rig, 1));
    }

    @Test
    void shouldOpenAnotherConnectionWhenAllAreFull() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 25);
        greet(rig, 0);
        greet(rig, 1);

        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tNEWUSD"));

        assertEquals(3, rig.transports.size());
        assertTrue(rig.transports.get(2).isConnecting());
        rig.transports.get(2).acceptConnect();
        rig.transports.get(2).receive(SessionRig.INFO, rig.nowNs());
        assertEquals(List.of("tNEWUSD"), subscribed(rig, 2));
    }

    @Test
    void shouldDropAConnectionThatHasNoChannelForAMinute() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 26);
        for (int i = 0; i < 3; i++) {
            greet(rig, i);
        }

        command(rig, CommandType.UNSUBSCRIBE, channelOf(rig, "tA25USD"));
        passWithBeats(rig, 55_000);
        assertEquals(0, rig.transports.get(2).closeCode());
        passWithBeats(rig, 10_000);

        assertEquals(1_000, rig.transports.get(2).closeCode());
        rig.transports.get(2).disconnect(DisconnectCause.CLOSED_BY_US, "closed");
        passWithBeats(rig, 120_000);
        assertFalse(rig.transports.get(2).isConnecting());
        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tA25USD"));
        assertTrue(rig.transports.get(2).isConnecting());
    }

    private static void passWithBeats(SessionRig rig, int ms) {
        for (int passed = 0; passed < ms; passed += 1_000) {
            rig.pass(1_000);
            for (CapturingTransport transport : rig.transports) {
                if (transport.isConnected()) {
                    transport.receive("[0,\"hb\"]", rig.nowNs());
                }
            }
            rig.drain();
        }
    }

    @Test
    void shouldTellWhenNoConnectionIsLeft() {
        SessionRig rig = new SessionRig(fewConnections(), Credentials.NONE, true, symbols(50));
        rig.turn();
        greet(rig, 0);
        greet(rig, 1);

        command(rig, CommandType.SUBSCRIBE, channelOf(rig, "tNEWUSD"));

        assertEquals(
                List.of(
                        "says no connection for the ticker NEWUSD:"
                                + " session.market-connections-max is reached"),
                rig.drain());
    }

    private static SessionConfig fewConnections() {
        return config(20, 2);
    }

    private static SessionConfig config(int publicMax, int marketMax) {
        SessionConfig d = SessionConfig.DEFAULTS;
        return new SessionConfig(
                d.timeouts(),
                d.reconnectDelay(),
                d.accountRate(),
                new SessionConfig.Rate(publicMax, 60_000),
                marketMax,
                d.subscriptionsMax(),
                d.account());
    }

    @Test
    void shouldOpenNoMoreConnectionsAMinuteThanTheVenueAllows() {
        SessionRig rig = rig(config(3, 40), SessionRig.KEY, 125);
        for (int i = 0; i < 4; i++) {
            greet(rig, i);
        }

        assertEquals(6, rig.transports.size());
        passWithBeats(rig, 59_000);
        assertFalse(rig.transports.get(4).isConnecting());
        passWithBeats(rig, 2_000);

        assertTrue(rig.transports.get(4).isConnecting());
        assertTrue(rig.transports.get(5).isConnecting());
    }

    @Test
    void shouldBeClosedWhenEachConnectionIs() {
        SessionRig rig = own();

        rig.commands.close();
        rig.pass(10);
        for (int i = 0; i < 3; i++) {
            rig.transports.get(i).disconnect(DisconnectCause.CLOSED_BY_US, "closed");
        }
        assertEquals(List.of(), rig.outcomes);
        rig.transports.get(3).disconnect(DisconnectCause.CLOSED_BY_US, "closed");

        assertEquals(List.of("closed"), rig.outcomes);
    }

    @Test
    void shouldEndWhenTheVenueKnowsNothingThatIsWanted() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 1);
        greet(rig, 0);
        rig.transports.get(1).acceptConnect();
        rig.transports.get(1).receive(SessionRig.INFO, rig.nowNs());

        rig.transports
                .get(1)
                .receive(
                        "{\"channel\":\"ticker\",\"symbol\":\"tA00USD\",\"event\":\"error\","
                                + "\"msg\":\"symbol: invalid\",\"code\":10300,\"pair\":\"A00USD\"}",
                        rig.nowNs());

        assertEquals(
                List.of("nothing subscribed: the venue knows none of the symbols asked for"),
                rig.outcomes);
    }

    @Test
    void shouldLearnHowFarTheVenuesClockIs() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 0);
        greet(rig, 0);
        rig.pass(10);
        assertEquals(List.of("{\"event\":\"ping\",\"cid\":1}"), rig.transport.sent());
        assertTrue(Double.isNaN(rig.venueClock.clockOffsetMs()));

        rig.pass(40);
        long nowMs = rig.nowNs() / 1_000_000;
        rig.receive("{\"event\":\"pong\",\"ts\":" + (nowMs + 480) + ",\"cid\":1}");

        assertEquals(40, rig.venueClock.roundTripMs());
        assertEquals(500, rig.venueClock.clockOffsetMs());
    }

    @Test
    void shouldTrustTheFastestAnswer() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 0);
        greet(rig, 0);
        for (int cid = 1; cid <= 3; cid++) {
            rig.transport.clearSent();
            while (rig.transport.sent().isEmpty()) {
                rig.pass(10);
            }
            int tripMs = cid == 2 ? 20 : 200;
            rig.pass(tripMs);
            long venueMs = rig.nowNs() / 1_000_000 - 10; // of a slow one at the end of its trip
            rig.receive("{\"event\":\"pong\",\"ts\":" + venueMs + ",\"cid\":" + cid + "}");
        }

        assertEquals(0, rig.venueClock.clockOffsetMs());
    }
}
