package io.hayate.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import java.io.IOException;

/**
 * Decodes a row of {@code ws} or {@code wu}.
 *
 * <pre>
 * [WALLET_TYPE, CURRENCY, BALANCE, UNSETTLED_INTEREST, AVAILABLE_BALANCE, ...]
 * [0,"wu",["exchange","UST",739.02464552,0,729.02464552,null,null]]
 * </pre>
 */
final class WalletRowDecoder implements RowDecoder {
    private final boolean snapshot;
    private final WalletUpdate wallet = new WalletUpdate();
    private String unclear;

    WalletRowDecoder(boolean snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public String unclear() {
        return unclear;
    }

    @Override
    public EventType decode(JsonParser json, Event event) throws IOException {
        event.instrumentId(Instrument.NONE);
        wallet.wrap(event).isSnapshot(snapshot).walletType("").currency("");
        boolean isNamed = Json.nextText(json) && json.getTextLength() > 0;
        if (isNamed) {
            wallet.walletType(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        boolean hasCurrency = Json.nextText(json) && json.getTextLength() > 0;
        if (hasCurrency) {
            wallet.currency(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        wallet.balance(Json.nextDecimal(json)).unsettledInterest(Json.nextDecimal(json));
        wallet.availableBalance(Json.nextDecimal(json));
        Json.skipToEndOfArray(json);
        boolean isTold = isNamed && hasCurrency && !Double.isNaN(wallet.balance());
        unclear = isTold ? null : "the name or balance of a wallet is missing";
        return EventType.WALLET_UPDATE;
    }
}
