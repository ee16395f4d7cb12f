package io.hayate.venue.rest;

import io.hayate.venue.FeeRates;
import io.hayate.venue.PermissionArea;
import io.hayate.venue.account.AccountAccess;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.account.WalletRow;
import io.hayate.venue.wire.JsonText;
import java.util.List;

/**
 * What an account is and has.
 *
 * <pre>
 * wallets       [["exchange","USD",1000000,0,1000000,null,null],..]
 * info/user     [ID,EMAIL,USERNAME,..]
 * summary       fees at 4, maker and taker
 * permissions   [["orders",1,1],..]
 * funding/..    []: nothing is lent or borrowed here
 * </pre>
 */
final class AccountAnswers {
    private static final int USER_NULLS = 14;

    /** The answer, or null when the path leads nowhere. */
    RestResponse answer(AccountAccess access, List<String> words) {
        JsonText body =
                switch (String.join("/", words)) {
                    case "wallets" -> wallets(access.account());
                    case "wallets/hist" -> new JsonText().openArray().closeArray();
                    case "info/user" -> user(access.account());
                    case "summary" -> summary(access.account());
                    case "permissions" -> permissions(access);
                    default -> words.get(0).equals("funding") ? empty() : null;
                };
        return body == null ? null : RestResponse.ok(body);
    }

    private static JsonText empty() {
        return new JsonText().openArray().closeArray();
    }

    private static JsonText wallets(VenueAccount account) {
        JsonText rows = new JsonText().openArray();
        for (Wallet wallet : account.wallets()) {
            rows.raw(WalletRow.computed(wallet));
        }
        return rows.closeArray();
    }

    private static JsonText user(VenueAccount account) {
        JsonText body = new JsonText().openArray().whole(account.userId());
        body.text(account.name() + "@localhost").text(account.name()).nul().whole(1).whole(0);
        return body.nul().text("UTC").text("en").nulls(USER_NULLS).closeArray();
    }

    private static JsonText summary(VenueAccount account) {
        FeeRates fees = account.fees();
        JsonText body = new JsonText().openArray().nulls(4).openArray();
        fees(body, fees, true);
        fees(body, fees, false);
        body.closeArray().openArray().openArray().closeArray().openObject().closeObject();
        body.whole(0).closeArray().openArray().nul().openObject().closeObject().whole(0);
        body.closeArray().nulls(2).openObject().key("leo_lev").text("0");
        return body.key("leo_amount_avg").text("0").closeObject().closeArray();
    }

    private static void fees(JsonText body, FeeRates fees, boolean maker) {
        body.openArray();
        for (int i = 0; i < 3; i++) {
            body.number(maker ? fees.maker() : fees.taker());
        }
        body.nulls(2).number(maker ? fees.maker() : fees.taker()).closeArray();
    }

    private static JsonText permissions(AccountAccess access) {
        JsonText rows = new JsonText().openArray();
        for (PermissionArea area : PermissionArea.values()) {
            rows.openArray().text(area.word()).whole(access.mayRead(area) ? 1 : 0);
            rows.whole(access.mayWrite(area) ? 1 : 0).closeArray();
        }
        return rows.closeArray();
    }
}
