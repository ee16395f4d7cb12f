package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCounterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[0,\"os\",[]] | 0",
                "[0,\"os\",[ \t ],1,2] | 0",
                "[ 0 , \"os\" , [ [ ] ] ] | 1",
                "[0,\"os\",[[1,2,3]]] | 1",
                "[0,\"os\",[[1,2,3],[4,[5,6],7],[]],8,9] | 3",
                "[0,\"os\",[[1,{\"a\":[1,2],\"b\":3},3],[4]]] | 2",
                "[0,\"os\",[[\"],[\"],[\"a\\\"],[\\\\\"],[\"\\\\\\\"],[\"]]] | 3",
                "[0,\"a\\\",[\",[[1],[2]]] | 2",
                "[0,\"os\",[null,5]] | 2",
                "[0,\"os\",[\"x\"]] | 1",
                "[0,\"os\",[[1],[2 | 2",
                "[0,\"os\",[[1],[\"2 | 2",
                "[0,\"os\",[ | 0",
                "[0,\"os | 0",
                "[0 | 0",
                "[0,\"os\",[[\"\\ | 1"
            })
    void shouldCountRowsOfList(String frame, int rows) {
        assertEquals(rows, count(frame, RowCounter.TYPED_BODY));
        String data = frame.replaceFirst("^(\\[ ?0 ?), ?\"(os|a\\\\\",\\[)\"", "$1");
        assertEquals(rows, count(data, RowCounter.DATA_BODY));
    }

    private static int count(String frame, int element) {
        byte[] bytes = ("##" + frame + "#").getBytes(StandardCharsets.UTF_8);
        return RowCounter.count(new UnsafeBuffer(bytes), 2, bytes.length - 1, element);
    }
}
