package io.hayate.recording.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables in tardis' published columns, compressed by gzip: a file a pair, type and day, by the time of
 * receipt, named as tardis names them.
 *
 * <pre>bitfinex_trades_2026-11-29_BTCUSD.csv.gz</pre>
 */
final class CsvExport implements ExportSink {
    private static final long US_PER_SECOND = 1_000_000;
    private static final String START = "exchange,symbol,timestamp,local_timestamp,";
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "trades", START + "id,side,price,amount",
                    "quotes", START + "ask_amount,ask_price,bid_price,bid_amount",
                    "incremental_book_L2", START + "is_snapshot,side,price,amount");

    private final Path folder;
    private final Map<String, CsvFile> open = new LinkedHashMap<>(); // by type and pair
    private final List<CsvFile> all = new ArrayList<>();

    CsvExport(Path folder) {
        this.folder = folder;
    }

    @Override
    public void onTrade(
            ExportTime time, String symbol, String id, boolean isBuy, String price, String amount)
            throws IOException {
        CsvFile file = file("trades", symbol, time);
        file.row(time, id, isBuy ? "buy" : "sell", price, amount);
        file.onFrame();
    }

    @Override
    public void onBook(
            ExportTime time, String symbol, List<LevelChange> changes, boolean isSnapshot)
            throws IOException {
        CsvFile file = file("incremental_book_L2", symbol, time);
        for (LevelChange change : changes) {
            file.row(
                    time,
                    String.valueOf(isSnapshot),
                    change.isBid() ? "bid" : "ask",
                    change.price(),
                    change.amount());
        }
        file.onFrame();
    }

    @Override
    public void onQuote(ExportTime time, String symbol, Quote quote) throws IOException {
        CsvFile file = file("quotes", symbol, time);
        file.row(time, quote.askAmount(), quote.askPrice(), quote.bidPrice(), quote.bidAmount());
        file.onFrame();
    }

    private CsvFile file(String type, String symbol, ExportTime time) throws IOException {
        long day = Math.floorDiv(time.localUs(), 86_400 * US_PER_SECOND);
        CsvFile file = open.get(type + symbol);
        if (file == null || file.day() < day) {
            if (file != null) {
                file.end();
            }
            file = new CsvFile(path(type, symbol, day), type, symbol, day);
            all.add(file);
            open.put(type + symbol, file);
            file.begin(COLUMNS.get(type));
        }
        return file;
    }

    private Path path(String type, String symbol, long day) {
        LocalDate date = Instant.ofEpochSecond(day * 86_400).atZone(ZoneOffset.UTC).toLocalDate();
        String name = PairName.exchange(symbol) + "_" + type + "_" + date + "_";
        return folder.resolve(name + PairName.file(symbol) + ".csv.gz");
    }

    @Override
    public List<ExportedFile> end() throws IOException {
        for (CsvFile file : open.values()) {
            file.end();
        }
        return all.stream().map(CsvFile::made).toList();
    }

    @Override
    public void undo() {
        all.forEach(CsvFile::remove);
    }
}
