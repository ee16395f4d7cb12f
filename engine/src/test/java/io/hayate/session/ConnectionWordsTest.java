package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.ChannelSpec;
import io.hayate.transport.CapturingTransport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person is told of each connection while it comes live. */
class ConnectionWordsTest {
    private static final SessionConfig SHARED = SessionConfig.DEFAULTS.withOneConnection(25);

    private static SessionRig rig(SessionConfig config, Credentials credentials, int symbols) {
        String[] names =
                IntStream.range(0, symbols)
                        .mapToObj(i -> String.format("tA%02dUSD", i))
                        .toArray(String[]::new);
        SessionRig rig = new SessionRig(config, credentials, true, names);
        rig.turn();
        rig.drain();
        return rig;
    }

    /** What is told while the venue takes a connection, and these channels of it. */
    private static List<String> greeted(SessionRig rig, int index, int first, int count) {
        CapturingTransport transport = rig.transports.get(index);
        transport.acceptConnect();
        transport.receive(SessionRig.INFO, rig.nowNs());
        if (String.join("", transport.sent()).contains("\"auth\"")) {
            transport.receive(SessionRig.AUTH_OK, rig.nowNs());
        }
        for (int id = first; id < first + count; id++) {
            ChannelSpec spec = rig.channels.get(id).spec();
            transport.receive(SessionRig.subscribed(id + 1, spec), rig.nowNs());
        }
        return rig.drain();
    }

    @Test
    void shouldTellOfEachConnectionWhatComesOnIt() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, SessionRig.KEY, 26);

        assertEquals(
                List.of(
                        "AUTHENTICATING: with the key",
                        "SUBSCRIBING: the key is accepted",
                        "LIVE: with the account"),
                greeted(rig, 0, 0, 0));
        assertEquals(
                List.of("market 1 SUBSCRIBING: 25 tickers", "market 1 LIVE: 25 tickers"),
                greeted(rig, 1, 0, 25));
        assertEquals(
                List.of("market 2 SUBSCRIBING: 1 ticker", "market 2 LIVE: 1 ticker"),
                greeted(rig, 2, 25, 1));
    }

    @Test
    void shouldTellOfTheAccountAndItsChannelsWhenTheyShareAConnection() {
        SessionRig rig = rig(SHARED, SessionRig.KEY, 2);

        assertEquals(
                List.of(
                        "AUTHENTICATING: with the key",
                        "SUBSCRIBING: the key is accepted; 2 tickers",
                        "LIVE: 2 tickers, with the account"),
                greeted(rig, 0, 0, 2));
    }

    @Test
    void shouldTellThatThereIsNoAccountWhenThereIsNone() {
        SessionRig rig = rig(SessionConfig.DEFAULTS, Credentials.NONE, 26);

        assertEquals(
                List.of("SUBSCRIBING: 25 tickers", "LIVE: 25 tickers, no account"),
                greeted(rig, 0, 0, 25));
        assertEquals(
                List.of("market 2 SUBSCRIBING: 1 ticker", "market 2 LIVE: 1 ticker"),
                greeted(rig, 1, 25, 1));
    }
}
