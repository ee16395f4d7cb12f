package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.Counter;
import io.hayate.model.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The disputed numbers behind answers to requests, over a whole session. */
class AnswerNumbersTest {
    private final SessionRig rig = new SessionRig(SessionRig.KEY, false, "tBTCUSD");

    /** What a server writes behind an answer. */
    enum Form {
        CONNECTION_ALONE,
        BOTH,
        ACCOUNT_ALONE
    }

    /** A server that counts. */
    private final class Server {
        private final Form form;
        private final boolean stamps;
        private long sequence;
        private long account;
        private boolean loses;

        Server(Form form, boolean stamps, long account) {
            this.form = form;
            this.stamps = stamps;
            this.account = account;
        }

        private void send(String body, long... numbers) {
            StringBuilder text = new StringBuilder("[0,").append(body);
            for (long number : numbers) {
                text.append(',').append(number);
            }
            if (!loses) {
                rig.receive(text + (stamps ? ",1786327545418]" : "]"));
                rig.drain();
            }
            loses = false;
        }

        void beat() {
            send("\"hb\"", ++sequence);
        }

        void wallet() {
            send("\"wu\",[\"exchange\",\"USD\",1,0,1]", ++sequence, ++account);
        }

        void transfer() {
            send(
                    "\"n\",[1,\"wallet_transfer\",null,null,null,null,\"SUCCESS\",\"x\"]",
                    ++sequence,
                    account);
        }

        void answer(String type) {
            String body = "\"n\",[1,\"" + type + "\",null,null,[5],null,\"SUCCESS\",\"x\"]";
            switch (form) {
                case CONNECTION_ALONE -> send(body, ++sequence);
                case BOTH -> send(body, ++sequence, account);
                case ACCOUNT_ALONE -> send(body, account);
            }
        }

        void loseNext() {
            loses = true;
        }
    }

    @BeforeEach
    void comeLive() {
        rig.comeLive(7);
    }

    private long gaps() {
        return rig.count(Counter.SEQUENCE_GAPS);
    }

    private static List<Server> servers(AnswerNumbersTest test, Form form) {
        List<Server> servers = new ArrayList<>();
        for (long account : new long[] {0, 1, 3, 5, 1_000, 15_214}) {
            servers.add(test.new Server(form, false, account));
            servers.add(test.new Server(form, true, account));
        }
        return servers;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldTakeEveryFormWithoutAGap(Form form) {
        for (Server server : servers(this, form)) {
            AnswerNumbersTest test = new AnswerNumbersTest();
            test.comeLive();
            Server own = test.new Server(form, server.stamps, server.account);
            for (int i = 0; i < 20; i++) {
                own.beat();
                own.answer("on-req");
                own.answer("oc-req");
                own.wallet();
                own.answer("fon-req");
                own.transfer();
                own.answer("oc_multi-req");
                own.beat();
            }

            assertEquals(0, test.gaps(), form + " from " + server.account);
            assertEquals(SessionState.LIVE, test.rig.state());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldTellAGapBeforeAnAnswer(Form form) {
        Server server = new Server(form, true, 15_214);
        server.wallet();
        server.answer("on-req");
        server.beat();

        server.loseNext();
        server.wallet();
        server.answer("on-req");
        server.beat();

        assertEquals(1, gaps());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldTellAGapBehindAnAnswer(Form form) {
        Server server = new Server(form, true, 15_214);
        server.wallet();
        server.answer("on-req");
        server.beat();

        server.answer("on-req");
        server.loseNext();
        server.wallet();
        server.beat();

        assertEquals(1, gaps());
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_ALONE", "BOTH"})
    void shouldTellALostAnswerWhoseNumberIsTheConnections(Form form) {
        Server server = new Server(form, false, 0);
        server.beat();
        server.loseNext();
        server.answer("on-req");
        server.beat();

        assertEquals(1, gaps());
    }

    @Test
    void shouldTellAGapBetweenTwoAnswersWithTheAccountsNumber() {
        Server server = new Server(Form.ACCOUNT_ALONE, false, 100);
        server.wallet();
        server.answer("on-req");
        server.loseNext();
        server.beat();
        server.answer("on-req");
        server.beat();

        assertEquals(1, gaps());
    }

    @Test
    void shouldTellAGapOfAKnownServerThoughTheAccountsNumberWouldFit() {
        Server server = new Server(Form.ACCOUNT_ALONE, false, 5);
        server.wallet();
        server.answer("on-req");
        server.beat(); // 2
        server.beat();
        server.beat();
        server.beat(); // 5, and the account's is 6
        server.answer("on-req");
        server.loseNext();
        server.beat();
        server.beat();

        assertEquals(1, gaps());
    }

    @Test
    void shouldTellAGapOnceWhenAnAnswersNumberCouldBeEithers() {
        Server server = new Server(Form.CONNECTION_ALONE, false, 0);
        server.beat();
        server.beat();
        server.loseNext();
        server.beat();
        server.answer("on-req"); // 4: of the connection, or the account's
        server.beat();
        server.beat();

        assertEquals(1, gaps());
    }
}
