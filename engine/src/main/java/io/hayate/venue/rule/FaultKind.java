package io.hayate.venue.rule;

import static io.hayate.venue.rule.FaultParameter.count;
import static io.hayate.venue.rule.FaultParameter.duration;
import static io.hayate.venue.rule.FaultParameter.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All that can go wrong at the venue: the registry of faults. */
public enum FaultKind {
    DROPPED(FaultPoint.FRAME, "", "the frame is not sent; its number is used up"),
    DOUBLED(FaultPoint.FRAME, "", "the frame is sent twice, with one number"),
    SWAPPED(FaultPoint.FRAME, "", "the frame is sent after the next one of its connection"),
    LATE(FaultPoint.FRAME, "", "the frame is sent later", duration("delay", "1s")),
    CORRUPTED(FaultPoint.FRAME, "", "one byte of the frame, by the seed, is #"),
    CUT(FaultPoint.FRAME, "", "the second half of the frame is missing"),
    SEQUENCE_SKIPPED(
            FaultPoint.FRAME,
            "",
            "the sequence leaves numbers out before the frame",
            count("by", 1)),
    SEQUENCE_REPEATED(FaultPoint.FRAME, "", "the frame has the number of the one before"),
    SEQUENCE_BACK(
            FaultPoint.FRAME,
            "",
            "the frame has a lower number than the one before; counting goes on from there",
            count("by", 1)),
    ACCOUNT_SEQUENCE_SKIPPED(
            FaultPoint.FRAME,
            "account",
            "the account's sequence leaves numbers out before the frame",
            count("by", 1)),
    ACCOUNT_SEQUENCE_REPEATED(
            FaultPoint.FRAME, "account", "the frame has the account's number of the one before"),
    ACCOUNT_SEQUENCE_BACK(
            FaultPoint.FRAME,
            "account",
            "the frame has a lower number of the account than the one before",
            count("by", 1)),
    WRONG_CHECKSUM(FaultPoint.FRAME, "cs", "the checksum of a book is another number"),
    CROSSED_BOOK(FaultPoint.FRAME, "book", "the price of the level is far beyond the other side"),
    GROWN(FaultPoint.FRAME, "", "each row has so many elements more", count("more", 1)),
    REPLACED(
            FaultPoint.FRAME,
            "",
            "the element of this index is this JSON in each row",
            count("index", 0),
            text("value", "null")),
    ODD_NUMBERS(
            FaultPoint.FRAME,
            "",
            "the numbers of each row, or the one of this index, are in this form",
            FaultParameter.index("index", "all"),
            FaultParameter.form("form", "exponent")),
    MUTED(FaultPoint.FRAME, "", "the channel is silent but for heartbeats; no number is used up"),
    HEARTBEATS_ONLY(FaultPoint.FRAME, "all", "nothing but heartbeats and answers is sent"),
    LOST_ACK(
            FaultPoint.FRAME,
            "ack",
            "the answer to a request of the account is not sent",
            FaultParameter.answer("rest", "closed")),
    LATE_ACK(FaultPoint.FRAME, "ack", "that answer is sent later", duration("delay", "5s")),
    DOUBLED_ACK(FaultPoint.FRAME, "ack", "that answer is sent twice"),
    SWAPPED_ACK(FaultPoint.FRAME, "ack", "that answer is sent after the next frame"),
    OC_WITHOUT_ON(FaultPoint.FRAME, "on", "the order's on is not sent, so its end comes first"),
    TE_BEFORE_N(
            FaultPoint.FRAME,
            "on-req",
            "the answer to an order is sent behind its first execution, or after so long",
            duration("delay", "1s")),
    SILENT(FaultPoint.CONNECTION, "", "nothing at all is sent, pongs included"),
    HALF_OPEN(
            FaultPoint.CONNECTION,
            "",
            "nothing is sent or read; the socket stays open, and goes on afterwards"),
    FRAGMENTED(
            FaultPoint.CONNECTION,
            "",
            "texts are cut into fragments of so many bytes",
            count("bytes", 1)),
    NO_SNAPSHOT(FaultPoint.SNAPSHOT, "", "the first data of a subscription do not come"),
    EMPTY_SNAPSHOT(FaultPoint.SNAPSHOT, "", "the first data of a subscription have no rows"),
    SECOND_SNAPSHOT(FaultPoint.SNAPSHOT, "", "the first data of a subscription come twice"),
    SUBSCRIBE_REFUSED(
            FaultPoint.SUBSCRIBE, "", "the subscription is refused", count("code", 10_300)),
    HEARTBEAT_FIRST(FaultPoint.SUBSCRIBE, "", "a heartbeat comes before subscribed"),
    LATE_DATA(FaultPoint.UNSUBSCRIBE, "", "snapshots come behind unsubscribed", count("count", 1)),
    LOST_REQUEST(
            FaultPoint.REQUEST,
            "",
            "the request has neither answer nor effect",
            FaultParameter.answer("rest", "closed")),
    LATE_REQUEST(FaultPoint.REQUEST, "", "the request is read later", duration("delay", "1s")),
    DOUBLED_REQUEST(FaultPoint.REQUEST, "", "the request is carried out twice"),
    RATE_LIMITED(
            FaultPoint.REQUEST,
            "order",
            "inputs of a connection beyond so many in a time are refused: ratelimit: error",
            count("most", 10),
            duration("within", "1s")),
    AUTH_REFUSED(
            FaultPoint.AUTH,
            "",
            "the client is refused: code 10100, 10111, 10112, 10113, 10114 or 11000",
            count("code", 10_100),
            text("message", "")),
    ORDER_REFUSED(FaultPoint.ORDER, "", "the order is refused", text("message", "Invalid order.")),
    ORDER_ENDED(
            FaultPoint.ORDER,
            "",
            "the order is accepted, then ends at once with this status",
            text("status", "INSUFFICIENT BALANCE (U1)")),
    SWALLOWED_ORDER(
            FaultPoint.ORDER,
            "",
            "the connection is dropped at the order; when told so, it is carried out",
            FaultParameter.flag("filled", "false")),
    FILL_BEFORE_CANCEL(
            FaultPoint.CANCEL,
            "",
            "the order is filled, in part or whole, between its cancellation and the answer",
            FaultParameter.part("part", "1")),
    REFUSED_CONNECTION(
            FaultPoint.HANDSHAKE, "", "the handshake gets this HTTP status", count("status", 503)),
    CLOSED_HANDSHAKE(FaultPoint.HANDSHAKE, "", "the venue hangs up in the handshake"),
    HANGING_HANDSHAKE(FaultPoint.HANDSHAKE, "", "the handshake gets no answer"),
    CONNECTION_LIMIT(
            FaultPoint.HANDSHAKE,
            "",
            "connections beyond so many in a time get 429",
            count("most", 5),
            duration("within", "15s")),
    HTTP_STATUS(FaultPoint.HTTP, "", "a REST request gets this HTTP status", count("status", 503)),
    WRONG_VERSION(FaultPoint.GREETING, "", "info tells this version", count("version", 1)),
    PLATFORM_STATUS(FaultPoint.GREETING, "", "info tells this status", count("status", 0)),
    INFO(FaultPoint.TIME, "", "an info with this code is sent", count("code", 20_051)),
    STOP(
            FaultPoint.TIME,
            "",
            "20051 is sent; frames go on, then the connection is closed; code 0: never",
            count("code", 1_001),
            duration("delay", "1s")),
    MAINTENANCE(FaultPoint.TIME, "", "20060 is sent, then 20061", duration("length", "10s")),
    CLOSED(
            FaultPoint.TIME,
            "",
            "connections are closed with this code",
            count("code", 1_001),
            text("reason", "")),
    CONNECTION_DROPPED(FaultPoint.TIME, "", "connections end without a closing handshake"),
    TEXT(FaultPoint.TIME, "", "this text is sent, whatever it is", text("text", "nonsense")),
    MASKED(FaultPoint.TIME, "", "this text is sent masked", text("text", "[0,\"hb\"]")),
    INVALID_UTF8(FaultPoint.TIME, "", "a text frame that is no UTF-8 is sent"),
    OVERSIZE(FaultPoint.TIME, "", "a text of so many bytes is sent", count("bytes", 10_000_000)),
    SNAPSHOT_AGAIN(FaultPoint.TIME, "", "what listens gets a snapshot once more"),
    CLOCK_STEP(
            FaultPoint.TIME,
            "",
            "the wall clock that frames tell jumps",
            FaultParameter.step("by", "1h")),
    AUTH_REVOKED(FaultPoint.TIME, "", "clients are put out of their account: unauth"),
    SLOW_READER(
            FaultPoint.TIME, "", "the venue reads nothing for a time", duration("length", "10s"));

    private final FaultPoint point;
    private final String subject;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it
    private final List<FaultParameter> parameters;

    FaultKind(FaultPoint point, String subject, String meaning, FaultParameter... parameters) {
        this.point = point;
        this.subject = subject;
        this.meaning = meaning;
        this.parameters = List.of(parameters);
    }

    /** Its name in rules, such as {@code late-ack}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this name, or null. */
    public static FaultKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The names of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FaultKind::word).toList();
    }

    /** Where it acts. */
    public FaultPoint point() {
        return point;
    }

    /** What it covers where a rule does not say: a channel, or types of frames. */
    String subject() {
        return subject;
    }

    /** What goes wrong, in one line. */
    public String meaning() {
        return meaning;
    }

    /** What can be set besides when and with whom. */
    public List<FaultParameter> parameters() {
        return parameters;
    }

    /** The parameter of this name. */
    FaultParameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word() + " has no " + name));
    }

    /** True for one that stays: it is told when it begins, not at each frame. */
    public boolean isState() {
        return switch (this) {
            case MUTED, HEARTBEATS_ONLY, SILENT, HALF_OPEN, FRAGMENTED -> true;
            default -> false;
        };
    }

    /** How it acts on orders by REST, in one line; empty when it does not. */
    public String byRest() {
        return switch (this) {
            case LOST_ACK -> "the order is done; no answer, as `rest` says";
            case LOST_REQUEST -> "the order is not done; no answer, as `rest` says";
            case LATE_ACK -> "yes";
            case SWAPPED_ACK -> "behind the account's next answer, or after 5 s";
            case LATE_REQUEST -> "yes, also when the client has given up";
            case DOUBLED_REQUEST -> "the first answer is sent";
            case RATE_LIMITED -> "429; counted by account";
            case ORDER_REFUSED -> "500";
            case ORDER_ENDED, FILL_BEFORE_CANCEL -> "yes";
            case SWALLOWED_ORDER -> "yes: no answer";
            case HTTP_STATUS -> "any request";
            case PLATFORM_STATUS -> "`v2/platform/status`";
            case CLOCK_STEP -> "times in answers";
            default -> "";
        };
    }

    /** The row of this kind in the table of faults. */
    public String tableRow() {
        String settings =
                String.join(
                        ", ",
                        parameters.stream()
                                .map(each -> "`" + each.name() + "=" + each.otherwise() + "`")
                                .toList());
        return "| `" + word() + "` | " + settings + " | " + meaning + " | " + byRest() + " |";
    }
}
