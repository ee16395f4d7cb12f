package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "was wss://user:secret@host/ws/2, was wss://***@host/ws/2",
        "was wss:/user:secret@host/ws/2, was wss:/***@host/ws/2",
        "was wss://user:a@secret@host, was wss://***@host",
        "was wss://user:secret%40host, was wss://***@host",
        "was wss://host/ws/2 of a@b, was wss://host/ws/2 of a@b",
        "was wss://host/ws/2, was wss://host/ws/2",
        "was wss://user:secret, was wss://user:***",
        "'was wss://user:secret/ws/2, whose', was wss://user:***",
        "'was wss:/user:my secret', was wss:/user:***",
        "'was wss://user:80secret', was wss://user:***",
        "'was wss://user:80:secret', was wss://user:***",
        "'was wss://user:123456', was wss://user:***",
        "was 'wss://user:it''s secret', was 'wss://user:***",
        "was wss://[::1]:secret, was wss://[::1]:***",
        "must be ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was wss://user:secret,"
                + "must be ws://HOST:PORT/ws/2 or wss://HOST/ws/2: was wss://user:***",
        "'ws://h:80, ws://[::1]:8080/ws/2 and ws://h:8765: refused',"
                + "'ws://h:80, ws://[::1]:8080/ws/2 and ws://h:8765: refused'",
        "file:/hayate.conf: 12: key, file:/hayate.conf: 12: key",
        "file:/hayate.conf:12: key, file:/hayate.conf:12: key"
    })
    void shouldShowNoPassword(String text, String shown) {
        assertEquals(shown, Texts.withoutPasswords(text));
    }
}
