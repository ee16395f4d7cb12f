package io.hayate.transport.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cases of one chapter, numbered as they are added. */
public final class Rfc6455Cases {
    private final List<Rfc6455Case> cases = new ArrayList<>();
    private final String chapter;

    Rfc6455Cases(String chapter) {
        this.chapter = chapter;
    }

    /** Adds a case, which is then told what is sent and what is expected. */
    Rfc6455Case add(String name) {
        Rfc6455Case added = new Rfc6455Case(chapter + "." + (cases.size() + 1) + " " + name);
        cases.add(added);
        return added;
    }

    Stream<Rfc6455Case> stream() {
        return cases.stream();
    }

    /** Every case of every chapter. */
    public static Stream<Rfc6455Case> all() {
        return Stream.of(
                        Rfc6455Framing.cases(),
                        Rfc6455Control.cases(),
                        Rfc6455Reserved.cases(),
                        Rfc6455Fragments.cases(),
                        Rfc6455Utf8.cases(),
                        Rfc6455Close.cases(),
                        Rfc6455Limits.cases())
                .flatMap(chapters -> chapters);
    }
}
