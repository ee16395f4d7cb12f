package io.hayate.latency;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clients there are, by their names. */
record Clients(Client floor, List<Named> chosen) {
    static final String ONE_THREAD = "one-thread";
    static final String SPLIT = "split";
    static final String NAIVE = "naive";
    static final String TUTORIAL = "tutorial";
    static final List<String> USUAL = List.of(ONE_THREAD, SPLIT, NAIVE, TUTORIAL);
    static final List<String> NAMES =
            Stream.of(Addition.allTo(ONE_THREAD), Addition.allTo(SPLIT), List.of(NAIVE, TUTORIAL))
                    .flatMap(List::stream)
                    .toList();

    /** A client and the name that tables give it. */
    record Named(String name, Client client) {}

    /**
     * The floor and those named.
     *
     * @param trusted the certificate of a venue on wss; null for one on ws
     */
    static Clients of(List<String> names, JvmCommands jvm, String idle, Path folder, Path trusted) {
        return new Clients(
                jvm.client(FloorClient.class, true, trusted, "floor"),
                names.stream().map(name -> named(name, jvm, idle, folder, trusted)).toList());
    }

    private static Named named(
            String name, JvmCommands jvm, String idle, Path folder, Path trusted) {
        return new Named(
                name,
                switch (name) {
                    case NAIVE -> jvm.client(NaiveClient.class, false, trusted, "loop", "strategy");
                    case TUTORIAL ->
                            jvm.client(
                                    TutorialClient.class,
                                    false,
                                    trusted,
                                    "callback",
                                    "HttpClient-1-SelectorManager");
                    default -> hayate(name, jvm, idle, folder, trusted);
                });
    }

    private static Client hayate(
            String name, JvmCommands jvm, String idle, Path folder, Path trusted) {
        Addition addition = Addition.of(name);
        HayateClient client =
                new HayateClient(jvm, Addition.plain(name), idle, folder, addition, trusted);
        return addition == Addition.WATCHED ? new WatchedClient(client) : client;
    }

    Optional<Client> find(String name) {
        return chosen.stream()
                .filter(named -> named.name().equals(name))
                .map(Named::client)
                .findFirst();
    }
}
