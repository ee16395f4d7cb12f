package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressOrderTest {
    private final AddressOrder order = new AddressOrder();

    private static InetAddress[] addresses(String... texts) {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            try {
                addresses[i] = InetAddress.getByName(texts[i]);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return addresses;
    }

    private String next(InetAddress... addresses) {
        InetAddress first = addresses[order.first(addresses)];
        order.use(first);
        return first.getHostAddress();
    }

    @Test
    void shouldGoRoundWhenNoneIsGood() {
        InetAddress[] all = addresses("127.0.0.1", "::1", "127.0.0.2");

        assertEquals("127.0.0.1", next(all));
        assertEquals("0:0:0:0:0:0:0:1", next(all));
        assertEquals("127.0.0.2", next(all));
        assertEquals("127.0.0.1", next(all));
    }

    @Test
    void shouldStayWithAGoodOneUntilItFails() {
        InetAddress[] all = addresses("127.0.0.1", "127.0.0.2", "127.0.0.3");
        next(all);
        next(all);
        order.onGood();

        assertEquals("127.0.0.2", next(all));
        assertEquals("127.0.0.3", next(all));
    }

    @Test
    void shouldPassOverTheBadOneWhenTheAnswersComeInAnotherOrder() {
        assertEquals("127.0.0.1", next(addresses("127.0.0.1", "127.0.0.2")));
        assertEquals("127.0.0.2", next(addresses("127.0.0.2", "127.0.0.1")));
        assertEquals("127.0.0.1", next(addresses("127.0.0.1", "127.0.0.2")));
    }

    @Test
    void shouldBeginAnewWhenTheNameLeadsElsewhere() {
        next(addresses("127.0.0.1", "127.0.0.2"));
        order.onGood();

        assertEquals("127.0.0.8", next(addresses("127.0.0.8", "127.0.0.9")));
    }

    @Test
    void shouldTryTheOnlyOneAgain() {
        assertEquals("127.0.0.1", next(addresses("127.0.0.1")));
        assertEquals("127.0.0.1", next(addresses("127.0.0.1")));
    }
}
