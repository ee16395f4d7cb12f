package io.hayate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.TrafficTap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTapTest {
    /** What a tap does not pass on is in no recording of a run on paper. */
    @Test
    void shouldPassOnWhateverATapHears() {
        List<String> left = new ArrayList<>();
        for (Method each : TrafficTap.class.getDeclaredMethods()) {
            boolean isPassed =
                    Arrays.stream(PaperTap.class.getDeclaredMethods())
                            .anyMatch(own -> isSame(own, each));
            if (!each.isSynthetic() && !isPassed) {
                left.add(each.getName());
            }
        }

        assertEquals(List.of(), left);
    }

    private static boolean isSame(Method own, Method other) {
        return own.getName().equals(other.getName())
                && Arrays.equals(own.getParameterTypes(), other.getParameterTypes());
    }
}
