package io.hayate.story;

import io.hayate.model.ConfigException;
import io.hayate.model.Counts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Answers what somebody asks about the orders of a journal, whether its engine runs or has ended. Each
 * question reads all of it; an answer says null when it is whole, else why it is not.
 */
public final class JournalAnswers {
    private final JournalSource source;
    private final PrintWriter out;
    private final boolean isJson;
    private final String strategy; // null for all
    private final int columns;

    /**
     * About the journal in this folder.
     *
     * @param isJson true for one JSON object on one line in place of text
     */
    public JournalAnswers(Path folder, PrintWriter out, boolean isJson) {
        this(new JournalSource(folder), out, isJson, null, StoryText.COLUMNS);
    }

    private JournalAnswers(
            JournalSource source, PrintWriter out, boolean isJson, String strategy, int columns) {
        this.columns = columns;
        this.source = source;
        this.out = out;
        this.isJson = isJson;
        this.strategy = strategy;
    }

    /** The same about one strategy of several alone; with null about all. */
    public JournalAnswers of(String name) {
        return new JournalAnswers(source, out, isJson, name, columns);
    }

    /** The same, a story in rows of so many columns. */
    public JournalAnswers within(int most) {
        return new JournalAnswers(source, out, isJson, strategy, most);
    }

    /** Why there is nothing of the strategy that is asked about; null where it is known. */
    private String unknown(JournalFacts facts) {
        if (strategy == null || facts.strategies().contains(strategy)) {
            return null;
        }
        String known = String.join(", ", new TreeSet<>(facts.strategies()));
        String words = "there is no strategy " + strategy + " in the journal " + facts.folder();
        return words + (known.isEmpty() ? ": one ran alone" : ": there are " + known);
    }

    /** A complaint in rows of so many columns. */
    public static String wrapped(String complaint, int most) {
        StringWriter text = new StringWriter();
        new StoryText(new PrintWriter(text), most).sentence(complaint);
        return text.toString();
    }

    /**
     * Checks how an order is named.
     *
     * @throws ConfigException when it names none
     */
    public static void check(String order) {
        OrderQuery.parse(order, null);
    }

    /**
     * Tells the whole story of an order.
     *
     * @throws ConfigException when {@code order} names none
     */
    public String explain(String order) {
        OrderQuery query = OrderQuery.parse(order, strategy);
        OrderSearch[] search = new OrderSearch[1];
        JournalFacts facts =
                source.read(reader -> search[0] = new OrderSearch(query, reader)); // the last try
        OrderSearch found = search[0];
        String unknown = unknown(facts);
        if (unknown != null) {
            return unknown;
        }
        boolean isFound = found.order() != null || found.refusal() != 0 || found.foreign() != 0;
        if (!isFound) {
            return notFound(query, found, facts);
        }
        if (isJson) {
            explainJson(found, facts);
        } else {
            explainText(found, facts);
        }
        return JournalWords.complaint(facts);
    }

    private static String notFound(OrderQuery query, OrderSearch search, JournalFacts facts) {
        StringBuilder text = new StringBuilder("there is no ").append(query.words());
        text.append(" in the journal ").append(facts.folder()).append(", which has ");
        text.append(Counts.of(search.orderCount(), "order")).append(" in ");
        text.append(Counts.of(facts.records().count(), "record"));
        String missing = JournalWords.missing(facts);
        text.append(missing.isEmpty() ? "" : ": it may be gone, " + missing);
        String complaint = JournalWords.complaint(facts);
        return text.append(complaint == null ? "" : "; " + complaint).toString();
    }

    private void explainJson(OrderSearch found, JournalFacts facts) {
        try (StoryJson json = new StoryJson(out)) {
            json.field("journal", JournalWords.fields(facts));
            if (found.order() != null) {
                json.field("order", OrderSums.of(found.order()));
            }
            json.startList("events");
            tell(found, facts, event -> json.element(EventFields.of(event)));
            json.endList();
        }
    }

    private void explainText(OrderSearch found, JournalFacts facts) {
        StoryText text = new StoryText(out, columns);
        StoryHead.print(found, facts, text);
        long number = found.order() == null ? 0 : found.order().clientOrderId;
        StoryLines lines = new StoryLines(number);
        out.println();
        tell(found, facts, event -> text.print(event, lines.of(event)));
        out.flush();
    }

    /** No further than what was found: an engine that runs goes on writing. */
    private void tell(OrderSearch found, JournalFacts facts, Consumer<StoryEvent> taker) {
        long last = facts.records().first() + facts.records().count() - 1;
        source.readOnce(
                reader -> {
                    StoryPicker story = new StoryPicker(found, reader, taker);
                    return (record, run) -> {
                        if (record.number() <= last) {
                            story.onRecord(record, run);
                        }
                    };
                });
    }

    /**
     * Lists orders: those without an end, and the latest others.
     *
     * @param most how many others at most
     */
    public String orders(int most) {
        OrderList list = new OrderList(most, strategy);
        JournalFacts facts = source.read(list::reading);
        String unknown = unknown(facts);
        if (unknown != null) {
            return unknown;
        }
        if (isJson) {
            list.printJson(facts, new StoryJson(out));
        } else {
            list.printText(facts, out);
        }
        return JournalWords.complaint(facts);
    }

    /**
     * Lists what was refused here, the latest.
     *
     * @param most how many at most
     */
    public String refusals(int most) {
        RefusalList list = new RefusalList(most, strategy);
        JournalFacts facts = source.read(list::reading);
        String unknown = unknown(facts);
        if (unknown != null) {
            return unknown;
        }
        if (isJson) {
            list.printJson(facts, new StoryJson(out));
        } else {
            list.printText(facts, out);
        }
        return JournalWords.complaint(facts);
    }

    /** Tells what is held of each instrument, by the fills of the journal. */
    public String positions() {
        return holdings(false);
    }

    /** Tells profit and fees by currency, by the same. */
    public String profit() {
        return holdings(true);
    }

    private String holdings(boolean isProfit) {
        JournalPortfolio trades = new JournalPortfolio();
        JournalFacts facts = source.read(trades::reading);
        String unknown = unknown(facts);
        if (unknown != null) {
            return unknown;
        }
        HoldingsPage page = new HoldingsPage(trades, facts, strategy);
        if (isJson) {
            page.printJson(isProfit, new StoryJson(out));
        } else {
            page.printText(isProfit, out);
        }
        return JournalWords.complaint(facts);
    }
}
