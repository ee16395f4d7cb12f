package io.hayate.venue.exchange;

import io.hayate.model.ConfigException;
import io.hayate.venue.RestTotals;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultParameter;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import io.hayate.venue.wire.JsonReader;
import io.hayate.venue.wire.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The control of the venue over HTTP, for tests in any language; for programs of this machine alone.
 *
 * <pre>
 * GET  /venue                   {"clients":2,..}
 * GET  /venue/kinds             [{"fault":"late-ack",..},..]
 * GET  /venue/faults            [{"number":1,"rule":"late-ack delay=3s","made":4},..]
 * POST /venue/faults            {"fault":"late-ack","delay":"3s"}  ->  {"number":2}
 * POST /venue/faults            {"rule":"late-ack delay=3s"}       ->  {"number":3}
 * POST /venue/clear             {"number":2}, or {} for all        ->  {"cleared":1}
 * POST /venue/chaos             {"seed":42}                        ->  {"rules":[..]}
 * </pre>
 *
 * <p>Venue thread.
 */
final class ControlEndpoint {
    private static final String ROOT = "/venue";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CODE = 10_020;

    private final FaultPlan plan;
    private final TimedFaults timed;
    private final VenueTraffic traffic;

    ControlEndpoint(FaultPlan plan, TimedFaults timed, VenueTraffic traffic) {
        this.plan = plan;
        this.timed = timed;
        this.traffic = traffic;
    }

    /** The answer, or null when the request is none of its own. */
    RestResponse answer(RestRequest request) {
        String path = request.path();
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return null;
        }
        String refusal = LocalCaller.refusal(request.caller());
        if (refusal != null) {
            return error(FORBIDDEN, refusal);
        }
        try {
            return request.method().equals("POST")
                    ? post(path.substring(ROOT.length()), request.body())
                    : get(path.substring(ROOT.length()));
        } catch (ConfigException e) {
            return error(BAD_REQUEST, e.getMessage());
        }
    }

    private RestResponse get(String path) {
        return switch (path) {
            case "", "/" -> new RestResponse(OK, totals());
            case "/faults" -> new RestResponse(OK, faults());
            case "/kinds" -> new RestResponse(OK, kinds());
            default -> error(NOT_FOUND, "there are /venue, /venue/faults and /venue/kinds");
        };
    }

    private JsonText totals() {
        VenueTotals totals = traffic.totals();
        JsonText out = new JsonText().openObject();
        out.key("connections").whole(traffic.connectionsOpen());
        out.key("clients").whole(totals.clients());
        out.key("framesReceived").whole(totals.framesReceived());
        out.key("framesSent").whole(totals.framesSent());
        out.key("orders").whole(totals.orders()).key("accepted").whole(totals.accepted());
        out.key("refused").whole(totals.refused()).key("canceled").whole(totals.canceled());
        out.key("fills").whole(totals.fills());
        RestTotals rest = totals.rest();
        out.key("restRequests").whole(rest.requests()).key("restSigned").whole(rest.signed());
        out.key("restRefused").whole(rest.refused()).key("restLimited").whole(rest.limited());
        out.key("restUnanswered").whole(rest.unanswered());
        return out.key("faults").whole(plan.active().size()).closeObject();
    }

    private JsonText faults() {
        JsonText out = new JsonText().openArray();
        for (ActiveFault fault : plan.active()) {
            out.openObject().key("number").whole(fault.number());
            out.key("rule").text(fault.rule().toString());
            out.key("made").whole(fault.made()).closeObject();
        }
        return out.closeArray();
    }

    private static JsonText kinds() {
        JsonText out = new JsonText().openArray();
        for (FaultKind kind : FaultKind.values()) {
            out.openObject().key("fault").text(kind.word()).key("meaning").text(kind.meaning());
            out.key("byRest").text(kind.byRest());
            out.key("parameters").openObject();
            for (FaultParameter parameter : kind.parameters()) {
                out.key(parameter.name()).text(parameter.otherwise());
            }
            out.closeObject().closeObject();
        }
        return out.closeArray();
    }

    private RestResponse post(String path, String body) {
        Map<String, String> settings = settings(body);
        JsonText out = new JsonText().openObject();
        switch (path) {
            case "/faults" -> out.key("number").whole(timed.add(rule(settings)));
            case "/clear" -> out.key("cleared").whole(clear(settings));
            case "/chaos" -> {
                out.key("rules").openArray();
                for (FaultRule rule : ChaosSchedule.of(number(settings, "seed"))) {
                    timed.add(rule);
                    out.text(rule.toString());
                }
                out.closeArray();
            }
            default -> {
                return error(NOT_FOUND, "there are /venue/faults, /venue/clear and /venue/chaos");
            }
        }
        return new RestResponse(OK, out.closeObject());
    }

    private static FaultRule rule(Map<String, String> settings) {
        String line = settings.remove("rule");
        if (line != null) {
            return FaultRuleParser.parse(line);
        }
        String word = settings.remove("fault");
        if (word == null) {
            throw new ConfigException(
                    "the body must have a fault, or a rule: {\"fault\":\"dropped\"}");
        }
        return FaultRuleParser.of(word, settings);
    }

    private int clear(Map<String, String> settings) {
        if (settings.containsKey("number")) {
            return timed.remove((int) number(settings, "number")) ? 1 : 0;
        }
        int active = plan.active().size();
        timed.clear();
        return active;
    }

    private static long number(Map<String, String> settings, String name) {
        String value = settings.getOrDefault(name, "");
        if (!value.matches("-?\\d{1,18}")) {
            throw new ConfigException(name + " must be a whole number: was " + value);
        }
        return Long.parseLong(value);
    }

    /** The members of the body's object as texts. */
    private static Map<String, String> settings(String body) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (body.isBlank()) {
            return settings;
        }
        try {
            if (!(JsonReader.read(body) instanceof Map<?, ?> members)) {
                throw new ConfigException("the body must be a JSON object");
            }
            members.forEach(
                    (name, value) -> settings.put((String) name, text((String) name, value)));
            return settings;
        } catch (IOException e) {
            throw new ConfigException("the body must be a JSON object", e);
        }
    }

    private static String text(String name, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof String || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new ConfigException(name + " must be a text, a number, true or false");
    }

    private static RestResponse error(int status, String text) {
        return RestResponse.error(status, CODE, text);
    }
}
