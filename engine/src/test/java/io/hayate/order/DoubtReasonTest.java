package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hayate.model.Doubt;
import io.hayate.story.DoubtWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person who reads the journal is told each reason in words. */
class DoubtReasonTest {
    @ParameterizedTest
    @EnumSource(value = Doubt.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldHaveWordsForEachReason(Doubt reason) {
        String words = DoubtWords.of(reason.code());

        assertFalse(words.isEmpty() || words.startsWith("code "), words);
    }
}
