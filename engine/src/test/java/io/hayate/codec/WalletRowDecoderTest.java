package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.EventType;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WalletRowDecoderTest {
    private static final String UPDATE =
            "[0,\"wu\",[\"exchange\",\"USD\",31.06603052078,0,null,"
                    + "\"Exchange 0.00008865 BTC for USD @ 113940.0\",{\"reason\":\"TRADE\","
                    + "\"order_id\":111179140333,\"order_id_oppo\":111179745622,"
                    + "\"trade_price\":\"113940.0\",\"trade_amount\":\"-0.00008865\","
                    + "\"order_cid\":1755757983693,\"order_gid\":null}]]";

    private final WholeFrameReader reader = new WholeFrameReader();
    private final WalletUpdate wallet = new WalletUpdate().wrap(reader.event);

    @Test
    void shouldReadUpdate() throws IOException {
        assertEquals(EventType.WALLET_UPDATE, reader.row(UPDATE));

        assertFalse(wallet.isSnapshot());
        assertEquals("exchange", wallet.walletType());
        assertEquals("USD", wallet.currency());
        assertEquals(31.06603052078, wallet.balance());
        assertEquals(0, wallet.unsettledInterest());
        assertTrue(Double.isNaN(wallet.availableBalance()));
        assertEquals(Instrument.NONE, reader.event.instrumentId());
    }

    @Test
    void shouldReadAvailableBalance() throws IOException {
        reader.row("[0,\"wu\",[\"exchange\",\"UST\",739.02464552,0,729.02464552,null,null]]");

        assertEquals(739.02464552, wallet.balance());
        assertEquals(729.02464552, wallet.availableBalance());
    }

    @Test
    void shouldReadSnapshotRowByRow() throws IOException {
        reader.begin(
                "[0,\"ws\",[[\"exchange\",\"UST\",739.02464552,0,null,null,null],"
                        + "[\"funding\",\"UST\",150.00291226,0.5,12]],2,0]");
        assertEquals(2, reader.decoder.rows());

        reader.decoder.decodeRow(reader.event);
        assertTrue(wallet.isSnapshot());
        assertEquals("exchange", wallet.walletType());
        reader.decoder.decodeRow(reader.event);
        assertEquals("funding", wallet.walletType());
        assertEquals(150.00291226, wallet.balance());
        assertEquals(0.5, wallet.unsettledInterest());
        assertEquals(12, wallet.availableBalance());
        reader.decoder.end();
        assertEquals(2, reader.decoder.venueSequence());
    }

    @Test
    void shouldReadNullsAndShortRow() throws IOException {
        reader.row(UPDATE); // its values must not shine through
        reader.row("[0,\"wu\",[null,null,null,null,null,5,6,[7]]]");
        assertEquals("", wallet.walletType() + wallet.currency());
        assertTrue(Double.isNaN(wallet.balance()));

        reader.row("[0,\"wu\",[\"margin\"]]");
        assertEquals("margin", wallet.walletType());
        assertEquals("", wallet.currency());
        assertTrue(Double.isNaN(wallet.unsettledInterest()));
    }
}
