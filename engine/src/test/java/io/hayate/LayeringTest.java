package io.hayate;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Who may use whom, who may read the system's clocks, and how much a room or a type may hold. A room
 * is a package. Calls go down the ladder of rooms, events come up through the ring.
 *
 * <p>Each exception stands here by name with its reason. One that is not needed any more fails its
 * test until it is taken out, and so does a number that could be lower.
 */
class LayeringTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(SourceFile.ROOT);
    private static final List<SourceFile> SOURCES = SourceFile.ofMain();

    /** Each room, and those above its line that it may use. A star is all of them. */
    private static final RoomLadder LADDER =
            RoomLadder.of(
                    """
                    number          |
                    model           | number
                    metrics         |
                    machine         | model number
                    metrics.file    | metrics machine
                    state           | machine model number metrics
                    event           | model number
                    news            | model
                    log             | news machine model
                    notify          | news model
                    codec           | event model number
                    transport.tls   | model
                    transport.websocket | model
                    transport       | transport.tls transport.websocket model
                    doctor          | machine transport transport.tls model number
                    market          | event model number metrics
                    portfolio       | model number
                    risk            | event model number
                    journal         | event model number metrics
                    journal.past    | journal event model number
                    journal.memory  | journal
                    journal.file    | journal journal.past machine model number metrics
                    books           | portfolio journal journal.past model number
                    history         | codec event model number metrics
                    outbound        | journal codec transport event model number metrics
                    intake          | codec event model number metrics
                    session         | intake codec transport event model number metrics
                    session.pool    | session intake codec transport event model number metrics
                    guard           | outbound history risk event model number metrics
                    order           | portfolio books outbound risk journal journal.past history event model number metrics
                    strategy        | order portfolio books risk market event model number metrics
                    strategy.sample | strategy order portfolio risk market event model number
                    strategy.plugin | strategy strategy.sample model number
                    tap             | event model number metrics
                    recording.line  |
                    recording.foreign | recording.line
                    recording       | recording.line recording.foreign codec event machine model number metrics
                    recording.capture | recording recording.line event model number metrics
                    recording.tool  | recording recording.line codec event machine model number
                    recording.export | recording machine model
                    report          | metrics model number
                    view.news       | news event model
                    view.text       | view.news news portfolio market event model number metrics
                    view.command    | view.text portfolio market event model number metrics
                    view.summary    | market metrics model number
                    stat            | view.summary report market metrics.file metrics machine model number
                    view            | view.* news portfolio market event model number metrics
                    view.terminal   | view view.* news portfolio market event model number metrics
                    view.web.server | model
                    view.web        | view.web.server news market metrics.file event model metrics
                    venue.rule      | model
                    venue           | venue.rule model number
                    venue.base      | venue
                    venue.wire      | number
                    venue.fault     | venue venue.rule venue.base venue.wire model
                    venue.book      | venue model
                    venue.market    | venue venue.base venue.wire venue.book model number
                    venue.mirror    | venue venue.base venue.wire venue.book venue.market model
                    venue.account   | venue venue.base venue.wire venue.market model number
                    venue.order     | venue venue.wire venue.book venue.market venue.account model \
                                      number
                    venue.ledger    | venue venue.base venue.wire venue.market venue.account \
                                      venue.order model
                    venue.matching  | venue venue.base venue.wire venue.fault venue.book \
                                      venue.market venue.account venue.order venue.ledger model \
                                      number
                    venue.feed      | venue venue.base venue.wire venue.book venue.market \
                                      model number
                    venue.session   | venue venue.rule venue.base venue.wire venue.fault venue.market \
                                      venue.account venue.order venue.ledger venue.matching venue.feed model \
                                      number
                    venue.rest      | venue venue.base venue.wire venue.fault venue.book \
                                      venue.market venue.account venue.order venue.matching \
                                      venue.feed venue.session model number
                    venue.exchange  | venue venue.* model number
                    venue.server    | venue venue.base venue.fault venue.mirror venue.session venue.rest \
                                      venue.exchange model
                    engine          | strategy order portfolio guard outbound session.pool session intake \
                                      journal journal.past journal.memory journal.file history state risk market recording tap codec transport transport.tls transport.websocket event \
                                      machine model number metrics
                    story           | view.text order portfolio books risk journal journal.file event model number
                    simulation      | engine venue venue.fault venue.exchange venue.session venue.rest strategy order outbound history \
                                      session.pool session journal journal.past journal.memory recording transport event model \
                                      number metrics
                    paper           | simulation engine history venue venue.exchange venue.mirror venue.server venue.wire transport event model
                    settings        | log notify news metrics.file paper simulation engine recording journal.file state strategy order view.terminal view.web.server venue venue.mirror venue.rule session intake risk market \
                                      transport transport.tls codec machine model number
                    replay.compare  |
                    replay.ahead    | recording.capture recording event
                    replay          | replay.ahead replay.compare engine recording recording.capture journal.past strategy order outbound history session.pool session \
                                      codec transport event model metrics
                    rehearsal       | engine venue venue.rule venue.exchange venue.session strategy order session session.pool intake \
                                      journal.memory transport risk market event model metrics
                    backtest.compare | journal event model
                    backtest.result | backtest.compare venue venue.mirror metrics model
                    backtest.page   | backtest.result report venue metrics model
                    backtest        | backtest.compare backtest.result backtest.page journal journal.file engine settings simulation strategy strategy.plugin recording session venue venue.exchange \
                                      venue.mirror machine model number metrics
                    monitor         | engine strategy order portfolio risk journal.file history market session intake transport event report \
                                      metrics metrics.file machine model number
                    run             | *
                    stat.top        | model
                    cli.stat        | stat stat.top settings metrics.file engine model
                    cli.recording   | recording recording.tool recording.export run engine model
                    cli             | *
                    hayate          | *
                    """);

    /** Walls that are not whole yet, and the types that reach through them. */
    private static final ExceptionList WALLS =
            ExceptionList.of(
                    """
                    """);

    /** Rooms whose types form circles, and how many sit in them. These numbers only fall. */
    private static final ExceptionList CIRCLES =
            ExceptionList.of(
                    """
                    """);

    /** Rooms of more than 30 files or 2,500 lines. */
    private static final ExceptionList ROOMS =
            ExceptionList.of(
                    """
                    benchmarks:benchmarks | up to 50 files, 4500 lines | one benchmark an operation
                    benchmarks:latency    | up to 50 files, 5000 lines | one harness: venue, clients, rounds and report
                    cli           | up to 35 files, 3000 lines  | a class a command, and its options
                    codec         | up to 50 files, 5000 lines  | its pairs read well side by side
                    doctor        | up to 40 files, 2000 lines  | one small class a check
                    engine        | up to 40 files, 4000 lines  | threads, sockets and files around one trading path
                    event         | up to 50 files, 5500 lines  | one flyweight a body, the ring, what stands against orders
                    intake        | up to 25 files, 3500 lines  | all that a frame meets on its way in
                    journal       | up to 30 files, 3000 lines  | a flyweight a record, and what is read of them
                    model         | up to 35 files, 2500 lines  | one small type a notion that all rooms share
                    order         | up to 50 files, 6000 lines  | an order from what is asked to its end
                    settings      | up to 35 files, 4500 lines  | that of a run with whom it tells, that of a venue
                    run           | up to 30 files, 3500 lines  | a run or a replay, and all that its end is told in
                    session       | up to 35 files, 3500 lines  | channels, account and life of one connection
                    strategy      | up to 35 files, 4500 lines  | all that a strategy, and a person, may ask and be told
                    venue.mirror  | up to 30 files, 3000 lines  | a market that follows texts, from their bytes to its book
                    view.text     | up to 30 files, 3000 lines  | a line of each kind that is told
                    view.terminal | up to 35 files, 3000 lines  | the screen, and what is typed into it
                    story         | up to 40 files, 3500 lines  | an order's story, from records to sentences
                    transport     | up to 30 files, 4000 lines  | the connection and the loop
                    """);

    /** Types of more than 15 fields, 6 constructor parameters, or 8 components of a record. */
    private static final ExceptionList TYPES =
            ExceptionList.of(
                    """
                    Connector | 16 fields | one attempt to connect, from name to upgrade
                    FrameScanner | 17 fields | what one pass over a frame finds: no allocation
                    IoLoop | 19 fields | sockets, queue and counters of one thread
                    Load | 16 fields | the figures of a load test and what makes them
                    Order | 21 fields | all that is known of one order
                    OrderEntry | 17 fields | all that decides whether a message may leave
                    OrderManager | 8 parameters, 17 fields | what an order meets on its way, until one object carries it
                    BacktestCommand | 16 fields | an option each
                    Panel | 16 fields | the screen below the lines, and what is on it
                    Session | 17 fields | the parts of one connection, and whether it reads on
                    SessionLife | 17 fields | what the parts of a session share
                    Sessions | 22 fields | what the sessions of a loop share, and its duties in turn
                    Step | 10 components | what a step of the latency test asks for
                    StepFigures | 13 components | what a step of the latency test measures
                    StepResult | 12 components | what a step of the latency test tells
                    StepRun | 20 fields | what a step of the latency test runs
                    StrategyRunner | 20 fields | the desks that it turns
                    Subscription | 22 fields | all that a frame of one channel needs at hand: no second object is met
                    TrafficTap | 17 fields | a name for each number that is told
                    TradingPath | 17 fields | all that an engine turns and is asked for
                    TradingPathBuilder | 19 fields | all that a path may be given
                    """);

    /** The wiring: it gives the system's clocks to whoever needs to know the time. */
    private static final Set<String> WIRING = Set.of("Engine", "EngineRunner", "SimulatedVenue");

    /** Names that two types have: of the test kit, an annotation that its users write. */
    private static final Map<String, List<String>> NAMED_TWICE =
            Map.of("Market", List.of("venue.market", "testkit"));

    @Test
    void shouldKnowEveryRoom() {
        assertEquals(Set.of(), LADDER.unknown(CLASSES));
    }

    @Test
    void shouldUseOnlyRoomsThatTheLadderAllows() {
        Map<String, String> breaches = new TreeMap<>();
        LADDER.breaches(CLASSES).forEach((wall, by) -> breaches.put(wall, String.join(" ", by)));

        assertEquals(List.of(), WALLS.differences(breaches));
    }

    @Test
    void shouldHaveNoCyclesOfRooms() {
        slices().matching(SourceFile.ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldHaveNoCirclesOfTypesButThoseListed() {
        Map<String, Set<String>> circles = TypeCircles.of(SOURCES);
        Map<String, String> found = new TreeMap<>();
        circles.forEach((room, types) -> found.put(room, types.size() + " types"));

        assertEquals(List.of(), CIRCLES.differences(found), circles::toString);
    }

    @Test
    void shouldFillNoRoomBeyondItsLimits() {
        assertEquals(List.of(), ROOMS.differences(RoomSize.overLimit(SOURCES)));
    }

    @Test
    void shouldGiveNoTypeMoreThanItCanHold() {
        assertEquals(List.of(), TYPES.differences(TypeShape.overLimit(SOURCES)));
    }

    @Test
    void shouldGiveEachTypeANameOfItsOwn() { // those of tests, too
        List<SourceFile> files = new ArrayList<>(SOURCES);
        files.addAll(SourceFile.ofTests());
        Map<String, List<String>> rooms = new TreeMap<>();
        for (SourceFile each : files) {
            for (String type : each.types()) {
                rooms.computeIfAbsent(type, name -> new ArrayList<>()).add(each.room());
            }
        }
        rooms.values().removeIf(in -> in.size() == 1);

        assertEquals(NAMED_TWICE, rooms);
    }

    @Test
    void shouldReadTheClocksOfTheSystemOnlyWhereListed() {
        assertEquals(WIRING, ClockReaders.readers(CLASSES, Set.of("machine", "cli")));
    }
}
