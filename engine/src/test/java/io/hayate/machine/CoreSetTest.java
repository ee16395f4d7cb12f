package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0-3|0-3", "0,1,2|0-2", "7,0-1,3|0-1,3,7", "4-4|4", "' 0 - 1 '|0-1"})
    void shouldReadAndWriteAsLinuxDoes(String list, String written) {
        assertEquals(written, CoreSet.parse(list).toString());
    }

    @Test
    void shouldHoldNoCoreWhenListIsEmpty() {
        assertEquals(CoreSet.NONE, CoreSet.parse("\n"));
        assertTrue(CoreSet.NONE.isEmpty());
        assertEquals("", CoreSet.NONE.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1-", "-1", "3-1", "0-99999999", "1;2", "0-1-2"})
    void shouldRefuseWhatIsNoList(String list) {
        assertThrows(IllegalArgumentException.class, () -> CoreSet.parse(list));
        assertEquals(Optional.empty(), CoreSet.find(list));
    }

    @Test
    void shouldGiveAndTakeCores() {
        CoreSet cores = CoreSet.parse("0-2");

        assertEquals("0,2", cores.without(1).toString());
        assertEquals("0-2", cores.without(-1).toString());
        assertEquals("0-2,5", cores.with(CoreSet.parse("5")).toString());
        assertEquals(2, cores.last());
        assertEquals(3, cores.size());
        assertEquals(List.of(0, 1, 2), List.copyOf(cores.numbers()));
        assertTrue(cores.contains(2));
        assertFalse(cores.contains(3));
    }

    @Test
    void shouldBeEqualWhenCoresAre() {
        assertEquals(CoreSet.parse("0,1"), CoreSet.parse("0-1"));
        assertEquals(CoreSet.parse("0,1").hashCode(), CoreSet.parse("0-1").hashCode());
        assertFalse(CoreSet.parse("0").equals(CoreSet.parse("1")));
    }
}
