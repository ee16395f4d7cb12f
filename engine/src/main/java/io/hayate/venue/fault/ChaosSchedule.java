package io.hayate.venue.fault;

import io.hayate.venue.base.Random64;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults of all kinds, drawn by a seed: about half of the vocabulary, each seldom enough that a client
 * gets on between them. The same seed gives the same rules.
 */
public final class ChaosSchedule {
    private static final int PER_MILLE_MAX = 10;
    private static final int START_MAX_S = 90;
    private static final int LASTS_MAX_S = 10;
    private static final String[] CHANNELS = {
        "public", "public", "all", "account", "book", "trades"
    };
    private static final String[] FORMS = {"exponent", "noise", "string"};
    private static final String[] AUTH_CODES = {
        "10100", "10111", "10112", "10113", "10114", "11000"
    };
    private static final String[] SUBSCRIBE_CODES = {"10300", "10301", "10302", "10305"};
    private static final String[] HTTP = {"408", "429", "503"};
    private static final String[] CLOSES = {"1000", "1001", "1002", "1008", "1011", "1012", "1013"};
    private static final String[] ENDINGS = {
        "INSUFFICIENT BALANCE (U1)", "RSN_DUST", "RSN_PAUSE", "RSN_BOOK_SLIP", "IOC CANCELED"
    };

    private final Random64 random;

    private ChaosSchedule(long seed) {
        random = Random64.of(seed, "chaos");
    }

    /** The rules of this seed. */
    public static List<FaultRule> of(long seed) {
        ChaosSchedule schedule = new ChaosSchedule(seed);
        List<FaultRule> rules = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            boolean drawn = schedule.random.below(2) == 0;
            String line = kind.word() + schedule.when(kind) + schedule.how(kind);
            if (drawn) {
                rules.add(FaultRuleParser.parse(line));
            }
        }
        return rules;
    }

    private String when(FaultKind kind) {
        if (kind.isState()) {
            return " from=" + seconds(START_MAX_S) + " lasts=" + seconds(LASTS_MAX_S);
        }
        return switch (kind.point()) {
            case FRAME, CONNECTION -> chance(1 + random.below(PER_MILLE_MAX));
            case TIME -> " from=" + seconds(START_MAX_S) + " every=" + seconds(4 * START_MAX_S);
            case HANDSHAKE, AUTH, GREETING -> chance(100 + random.below(200));
            case SNAPSHOT, SUBSCRIBE, UNSUBSCRIBE, HTTP -> chance(20 + random.below(80));
            case REQUEST, ORDER, CANCEL -> chance(5 + random.below(45));
        };
    }

    private String seconds(int most) {
        return 1 + random.below(most) + "s";
    }

    private static String chance(int perMille) {
        return " chance=0." + String.valueOf(1_000 + perMille).substring(1);
    }

    private String how(FaultKind kind) {
        return switch (kind) {
            case DROPPED, DOUBLED, SWAPPED, CORRUPTED, CUT, GROWN -> " channel=" + pick(CHANNELS);
            case LATE ->
                    " channel=" + pick(CHANNELS) + " delay=" + (1 + random.below(3_000)) + "ms";
            case LATE_ACK, LATE_REQUEST, TE_BEFORE_N ->
                    " delay=" + (1 + random.below(5_000)) + "ms";
            case ODD_NUMBERS -> " channel=" + pick(CHANNELS) + " form=" + pick(FORMS);
            case REPLACED -> " index=" + random.below(4) + " value=null";
            case FRAGMENTED -> " bytes=" + (1 + random.below(64));
            case AUTH_REFUSED -> " times=3 code=" + pick(AUTH_CODES);
            case SUBSCRIBE_REFUSED -> " code=" + pick(SUBSCRIBE_CODES);
            case REFUSED_CONNECTION, HTTP_STATUS -> " status=" + pick(HTTP);
            case CLOSED, STOP -> " code=" + pick(CLOSES);
            case ORDER_ENDED -> " status=\"" + pick(ENDINGS) + "\"";
            case SWALLOWED_ORDER -> " filled=" + (random.below(2) == 0);
            case FILL_BEFORE_CANCEL -> " part=0." + (1 + random.below(9));
            case CLOCK_STEP -> " by=" + (random.below(2) == 0 ? "-" : "") + seconds(3_600);
            case OVERSIZE -> " bytes=" + (1_000 + random.below(100_000));
            case MAINTENANCE, SLOW_READER -> " length=" + seconds(LASTS_MAX_S);
            default -> "";
        };
    }

    private String pick(String... words) {
        return words[random.below(words.length)];
    }
}
