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
        "was wss://host/ws/2, was wss://host/ws/2"
    })
    void shouldShowNoPassword(String text, String shown) {
        assertEquals(shown, Texts.withoutPasswords(text));
    }
}
