package io.hayate.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of the order path can fail: each rule is broken once, and a test of it must see that. */
class OrderPathMutationsTest {
    @TempDir Path folder;

    static List<Mutation> mutations() {
        return Mutation.ALL;
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void shouldBeSeenByATest(Mutation mutation) throws Exception {
        assertEquals("", MutatedBuild.unaltered(folder).failure(mutation));
        assertNotEquals("", MutatedBuild.of(mutation, folder).failure(mutation));
    }
}
