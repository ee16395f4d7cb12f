package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.HoldingUpdate;
import io.hayate.event.HoldingUpdate.Kind;
import io.hayate.model.Instrument;
import io.hayate.model.Texts;
import java.io.IOException;

/**
 * Decodes a row of {@code ps}, {@code pn}, {@code pu}, {@code pc}, or of {@code fos}, {@code fon}, {@code
 * fou}, {@code foc}. What it says is shown, and nothing is decided by it: a row that does not name what it
 * is about is passed over.
 *
 * <pre>
 * [0,"pu",["tETHUST","ACTIVE",0.2,153.71,0,0,-0.079,-0.058,67.5,1.4,null,142420429,...]]
 * [0,"fon",[41238747,"fUST",T,T,5000,5000,"LIMIT",null,null,0,"ACTIVE",null,null,null,0.006,30,...]]
 * </pre>
 */
final class HoldingRowDecoder implements RowDecoder {
    private static final String ID = "the id of a position or offer";

    private final Kind kind;
    private final boolean isSnapshot;
    private final boolean isGone;
    private final HoldingUpdate holding = new HoldingUpdate();

    HoldingRowDecoder(Kind kind, boolean isSnapshot, boolean isGone) {
        this.kind = kind;
        this.isSnapshot = isSnapshot;
        this.isGone = isGone;
    }

    @Override
    public String unclear() {
        return null;
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        event.instrumentId(Instrument.NONE);
        holding.wrap(event).begin(kind, isSnapshot, isGone);
        if (kind == Kind.POSITION) {
            decodePosition(json);
        } else {
            decodeOffer(json);
        }
        Json.skipToEndOfArray(json);
        return EventType.HOLDING_UPDATE;
    }

    private void decodePosition(JsonParser json) throws IOException {
        decodeSymbol(json);
        boolean isTold = Json.nextText(json);
        char[] text = json.getTextCharacters();
        if (isTold && Texts.equals("CLOSED", text, json.getTextOffset(), json.getTextLength())) {
            holding.onGone();
        }
        decimal(json, HoldingUpdate.AMOUNT);
        decimal(json, HoldingUpdate.BASE_PRICE);
        decimal(json, HoldingUpdate.FUNDING);
        Json.skip(json, 1);
        decimal(json, HoldingUpdate.PROFIT);
        decimal(json, HoldingUpdate.PROFIT_PERCENT);
        decimal(json, HoldingUpdate.LIQUIDATION_PRICE);
        decimal(json, HoldingUpdate.LEVERAGE);
        Json.skip(json, 1);
        holding.id(Json.nextId(json, ID));
        Json.skip(json, 5);
        decimal(json, HoldingUpdate.COLLATERAL);
        decimal(json, HoldingUpdate.COLLATERAL_MIN);
    }

    private void decodeOffer(JsonParser json) throws IOException {
        holding.id(Json.nextId(json, ID));
        decodeSymbol(json);
        Json.skip(json, 2);
        decimal(json, HoldingUpdate.AMOUNT);
        decimal(json, HoldingUpdate.ORIGINAL_AMOUNT);
        if (Json.nextText(json)) {
            holding.word(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        Json.skip(json, 7);
        decimal(json, HoldingUpdate.RATE);
        decimal(json, HoldingUpdate.PERIOD);
        Json.skip(json, 4);
        decimal(json, HoldingUpdate.REAL_RATE);
    }

    private void decodeSymbol(JsonParser json) throws IOException {
        if (Json.nextText(json)) {
            holding.symbol(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
    }

    private void decimal(JsonParser json, int index) throws IOException {
        holding.value(index, Json.nextDecimal(json));
    }
}
