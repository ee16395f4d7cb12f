package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoresTest {
    @TempDir private Path root;

    private Cores read(int processors) {
        return Cores.read(new SystemFiles(root), processors);
    }

    private void allow(String cores) {
        new Trees(root).with(Cores.STATUS, "Name:\tjava\nCpus_allowed_list:\t" + cores + "\n");
    }

    @Test
    void shouldCountThoseOfTheMask() {
        allow("2-3,6");

        assertEquals("2-3,6", read(8).allowed().toString());
        assertEquals(3, read(8).count());
    }

    @Test
    void shouldCountTheQuotaWhenItIsLess() {
        allow("0-7");

        assertEquals(2, read(2).count());
        assertEquals(8, read(2).allowed().size());
    }

    @Test
    void shouldTakeThoseThatTheJvmCountsWhenTheSystemTellsNone() {
        assertEquals("0-3", read(4).allowed().toString());

        allow("none");
        assertEquals("0-3", read(4).allowed().toString());
    }

    @Test
    void shouldLetThreadsOnIsolatedCoresBesidesThoseOfTheMask() {
        allow("0-1");
        new Trees(root).with(Cores.ISOLATED, "2-3\n");

        assertEquals("0-3", read(2).usable().toString());
        assertEquals("0-1", read(2).allowed().toString());
        assertEquals(3, read(2).countWith(CoreSet.parse("3")));
        assertEquals(2, read(2).countWith(CoreSet.parse("1")));
    }

    @Test
    void shouldCountNoMoreThanTheQuotaWhenThreadsArePlaced() {
        allow("0-3");
        new Trees(root).with(Cores.ISOLATED, "7");

        assertEquals(2, read(2).countWith(CoreSet.parse("7")));
    }

    @Test
    void shouldFindACoreForThisProcess() {
        assertTrue(Cores.ofProcess().count() >= 1);
    }
}
