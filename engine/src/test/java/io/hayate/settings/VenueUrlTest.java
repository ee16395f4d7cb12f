package io.hayate.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.RestAddress;
import io.hayate.model.ConfigException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VenueUrlTest {
    private static final String RULE =
            "venue.url must be embedded, ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was ";

    @ParameterizedTest
    @CsvSource({
        "ws://bfx_sim:8765/ws/2, ws://bfx_sim:8765/ws/2",
        "'  ws://bfx_sim:8765  ', ws://bfx_sim:8765/ws/2",
        "WSS://API.Bitfinex.com./ws/2, wss://api.bitfinex.com/ws/2",
        "wss://bücher.example, wss://xn--bcher-kva.example/ws/2",
        "ws://h?a=b, ws://h/ws/2?a=b",
        "ws://h/?a=b, ws://h/?a=b",
        "ws://h/, ws://h/",
        "ws://[::1]:80, ws://[::1]:80/ws/2",
        "ws://[fe80::1%25lo]:80/x, ws://[fe80::1%lo]:80/x"
    })
    void shouldTakeTheAddressAsItIsSent(String text, String url) {
        assertEquals(url, VenueUrl.parse(text).toString());
        assertEquals(url, VenueUrl.parsePublic(text).toString());
    }

    @Test
    void shouldHaveNoneForTheEmbeddedVenueOrNoOther() {
        assertNull(VenueUrl.parse(" embedded "));
        assertNull(VenueUrl.parsePublic(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/ws/2, ''",
        "https://a, ''",
        "a:8765, ''",
        "wss:a, ''",
        "ws://, ''",
        "ws:///ws/2, ''",
        "ws://h:0, whose port is not from 1 to 65535",
        "ws://h:99999/ws/2, whose port is not from 1 to 65535",
        "ws://h/ws/2#x, 'which has a fragment, #'",
        "ws://a b/, which holds a blank or a letter that is not seen",
        "'ws://a\u00a0b/', which holds a blank or a letter that is not seen",
        "'ws://a\u200bb/', which holds a blank or a letter that is not seen",
        "ws://h/a b, which holds a blank or a letter that is not seen",
        "ws://h/a|b, which has an illegal character in path",
        "ws://[::g]/, whose host is no IPv6 address",
        "wss://bfx_sim/, 'whose host has _, which no certificate can name'"
    })
    void shouldRefuseWithTheReason(String text, String reason) {
        ConfigException e = assertThrows(ConfigException.class, () -> VenueUrl.parse(text));

        assertEquals(RULE + text + (reason.isEmpty() ? "" : ", " + reason), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://user:secret@host/ws/2",
                "wss://secret@host/ws/2",
                "wss://user:sec/secret@host/ws/2",
                "wss://user:a@secret@host/ws/2",
                "wss://user:secret%40host/ws/2",
                "wss://user:secret@bfx_sim/ws/2",
                "https://user:secret@host/ws/2",
                "user:secret@host/ws/2",
                "wss:user:secret@host",
                "wss://user:secret @host",
                "wss://user:secret\n@host"
            })
    void shouldRefuseAPasswordWithoutTellingIt(String text) {
        for (String key : new String[] {VenueUrl.KEY, VenueUrl.PUBLIC_KEY}) {
            ConfigException e =
                    assertThrows(
                            ConfigException.class,
                            () -> {
                                if (key.equals(VenueUrl.KEY)) {
                                    VenueUrl.parse(text);
                                } else {
                                    VenueUrl.parsePublic(text);
                                }
                            });

            String message = e.getMessage();
            String rule = key + " must hold neither a user nor a password: was ";
            assertTrue(message.startsWith(rule), message);
            assertTrue(message.contains("***@"), message);
            assertFalse(e.toString().contains("secret"), message);
            assertNull(e.getCause());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wss://user:secret, wss://user:***",
        "wss://user:secret/ws/2, wss://user:***",
        "wss://user:sec/secret, wss://user:***",
        "wss://user:8secret:80/ws/2, wss://user:***",
        "'wss://user:a secret', wss://user:***",
        "wss://user:secret#x, wss://user:***",
        "wss://user:123456789, wss://user:***",
        "wss://:secret, wss://:***",
        "wss://[::1]:secret, wss://[::1]:***",
        "https://user:secret, https://user:***",
        "wss:/user:secret, wss:/user:***",
        "wss:user:secret, wss:user:***",
        "user:secret, user:***"
    })
    void shouldNotTellWhatMayBeAPasswordWhereAPortShouldBe(String text, String shown) {
        ConfigException e = assertThrows(ConfigException.class, () -> VenueUrl.parse(text));

        assertTrue(e.getMessage().startsWith(RULE + shown), e.getMessage());
        assertFalse(e.toString().contains("secret") || e.toString().contains("789"), e.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.bitfinex.com, https://api.bitfinex.com",
        "' HTTP://H:80/ ', http://h:80",
        "http://[::1]:9, http://[::1]:9"
    })
    void shouldTakeWhereRestIs(String text, URI url) {
        assertEquals(new RestAddress(true, url), VenueUrl.parseRest(text));
    }

    @Test
    void shouldAskTheVenueItselfOrNobodyByRest() {
        assertEquals(RestAddress.OF_VENUE, VenueUrl.parseRest(" "));
        assertEquals(RestAddress.OFF, VenueUrl.parseRest("off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "wss://h/ws/2", "https://", "https://h/v2", "http://h:0", "h"})
    void shouldRefuseWhatIsNoAddressOfRest(String text) {
        ConfigException refused =
                assertThrows(ConfigException.class, () -> VenueUrl.parseRest(text));

        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "venue.rest-url must be empty, off, http://HOST:PORT or"
                                        + " https://HOST: was "
                                        + text),
                refused::getMessage);
    }

    @Test
    void shouldShowNoPasswordOfRest() {
        ConfigException refused =
                assertThrows(
                        ConfigException.class, () -> VenueUrl.parseRest("https://me:secret@h"));

        assertFalse(refused.getMessage().contains("secret"), refused::getMessage);
    }
}
