"""Reads what `hayate export` has made of a recording, and holds it against `hayate recording info`.

    python3 .ci/exports.py FOLDER

FOLDER has info.json, csv.json and npy.json, as the commands printed them with --json.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

EVENT = np.dtype(
    [
        ("ev", "<u8"),
        ("exch_ts", "<i8"),
        ("local_ts", "<i8"),
        ("px", "<f8"),
        ("qty", "<f8"),
        ("order_id", "<u8"),
        ("ival", "<i8"),
        ("fval", "<f8"),
    ],
    align=True,
)
DEPTH, TRADE, CLEAR, SNAPSHOT = 1, 2, 3, 4
BUY, SELL = 1 << 29, 1 << 28
BOTH_TIMES = 1 << 31 | 1 << 30
START = ["exchange", "symbol", "timestamp", "local_timestamp"]
COLUMNS = {
    "trades": START + ["id", "side", "price", "amount"],
    "quotes": START + ["ask_amount", "ask_price", "bid_price", "bid_amount"],
    "incremental_book_L2": START + ["is_snapshot", "side", "price", "amount"],
}


def check(holds, words):
    if not holds:
        sys.exit(f"exports.py: {words}")


def table(files, kind, symbol):
    parts = [f for f in files if f["type"] == kind and f["symbol"] == symbol]
    frames = []
    for part in parts:
        frame = pd.read_csv(part["path"], float_precision="round_trip")
        check(list(frame.columns) == COLUMNS[kind], f"{part['path']} has {list(frame.columns)}")
        check(len(frame) == part["rows"], f"{part['path']} has {len(frame)} rows")
        check((frame["exchange"] == "bitfinex").all(), f"{part['path']} names an exchange")
        check((frame["symbol"] == symbol[1:]).all(), f"{part['path']} names a symbol")
        for column in ("timestamp", "local_timestamp"):
            check(frame[column].dtype == np.int64, f"{column} is {frame[column].dtype}")
        check(frame["local_timestamp"].is_monotonic_increasing, f"{part['path']} goes back")
        frames.append(frame)
    check(frames, f"{symbol} has no {kind}")
    return pd.concat(frames, ignore_index=True), sum(part["frames"] for part in parts)


def told(info, channel, symbol):
    """Frames of the book that is exported, or of all of a channel, without checksums."""
    found = [c for c in info["channels"] if c["channel"] == channel and c["symbol"] == symbol]
    check(found, f"info has no {channel} of {symbol}")
    if channel == "book":
        found = sorted(found, key=lambda c: (c["precision"], -c["length"]))[:1]
    return sum(c["frames"] - sum(c["checksums"].values()) for c in found)


def best(book):
    """The best of both sides after each frame, as the changes of the book make it."""
    sides = {"bid": {}, "ask": {}}
    rows = []
    was_snapshot = False
    for (local, _), frame in book.groupby(
        ["local_timestamp", (book["is_snapshot"] != book["is_snapshot"].shift()).cumsum()],
        sort=False,
    ):
        is_snapshot = bool(frame["is_snapshot"].iloc[0])
        if is_snapshot and not was_snapshot:
            sides = {"bid": {}, "ask": {}}
        was_snapshot = is_snapshot
        for row in frame.itertuples():
            side = sides[row.side]
            if row.amount == 0:
                side.pop(row.price, None)
            else:
                side[row.price] = row.amount
        bid = max(sides["bid"], default=np.nan)
        ask = min(sides["ask"], default=np.nan)
        rows.append((local, ask, sides["ask"].get(ask), bid, sides["bid"].get(bid)))
    return pd.DataFrame(rows, columns=["local_timestamp", "ask_price", "ask_amount", "bid_price", "bid_amount"])


def check_pair(info, tables, arrays, symbol):
    trades, trade_frames = table(tables, "trades", symbol)
    book, book_frames = table(tables, "incremental_book_L2", symbol)
    quotes, _ = table(tables, "quotes", symbol)

    check(book_frames == told(info, "book", symbol), f"{symbol}: {book_frames} frames of the book")
    check(trades["id"].is_unique, f"{symbol} has a trade twice")
    rest = 2 * trade_frames + 1 - told(info, "trades", symbol)  # a run may end between te and tu of the last
    last = (trades["local_timestamp"] >= trades["local_timestamp"].max() - 200_000).sum()
    check(0 <= rest <= last, f"{symbol}: {trade_frames} trades, {rest} of them without tu")
    check(set(trades["side"]) <= {"buy", "sell"}, f"{symbol} has sides of trades")
    check((trades["amount"] > 0).all() and (trades["price"] > 0).all(), f"{symbol} has trades of 0")
    check(book["is_snapshot"].dtype == bool, f"is_snapshot is {book['is_snapshot'].dtype}")
    check(set(book["side"]) == {"bid", "ask"}, f"{symbol} has sides of books")
    check((book["amount"] >= 0).all(), f"{symbol} has amounts below 0")

    made = best(book).groupby("local_timestamp").last()
    last = quotes.groupby("local_timestamp").last()  # one move of the venue is told in several rows
    check((last["bid_price"] < last["ask_price"]).all(), f"{symbol} has crossed quotes")
    check(last.index.isin(made.index).all(), f"{symbol} has quotes without a change")
    for side in ("ask_price", "ask_amount", "bid_price", "bid_amount"):
        same = np.array_equal(made.loc[last.index, side], last[side])
        check(same, f"{symbol} has another {side}")

    check_array(arrays, symbol, trades, book)


def check_array(arrays, symbol, trades, book):
    (file,) = [f for f in arrays if f["symbol"] == symbol]
    events = np.load(file["path"])
    check(events.dtype == EVENT, f"{file['path']} is {events.dtype}")
    check(len(events) == file["rows"], f"{file['path']} has {len(events)} events")
    check((events["ev"] & BOTH_TIMES == BOTH_TIMES).all(), "an event has not both times")
    check((np.diff(events["exch_ts"]) >= 0).all(), "exch_ts goes back")
    check((np.diff(events["local_ts"]) >= 0).all(), "local_ts goes back")
    check((events["local_ts"] >= events["exch_ts"]).all(), "an event is received before it is sent")
    kinds = events["ev"] & 0xFF
    sides = events["ev"] & (BUY | SELL)
    check(np.isin(sides, [BUY, SELL]).all(), "an event has no side")
    check(np.isin(kinds, [DEPTH, TRADE, CLEAR, SNAPSHOT]).all(), "an event is of no kind")

    mine = events[kinds == TRADE]
    check(np.array_equal(mine["px"], trades["price"]), f"{symbol} has other prices of trades")
    check(np.array_equal(mine["qty"], trades["amount"]), f"{symbol} has other amounts of trades")
    signs = np.where(mine["ev"] & BUY != 0, "buy", "sell")
    check(np.array_equal(signs, trades["side"]), f"{symbol} has other sides of trades")
    rows = events[(kinds == DEPTH) | (kinds == SNAPSHOT)]
    check(np.array_equal(rows["px"], book["price"]), f"{symbol} has other prices of the book")
    check(np.array_equal(rows["qty"], book["amount"]), f"{symbol} has other amounts of the book")
    for column in ("order_id", "ival", "fval"):
        check((events[column] == 0).all(), f"{column} is not 0")
    turnover = float((trades["price"] * trades["amount"]).sum())
    print(f"{symbol}: {len(trades)} trades of {turnover:.2f}, {len(book)} changes, {len(events)} events")


def main():
    folder = pathlib.Path(sys.argv[1])
    info, tables, arrays = (
        json.loads((folder / name).read_text()) for name in ("info.json", "csv.json", "npy.json")
    )
    symbols = sorted({c["symbol"] for c in info["channels"] if c["channel"] == "trades"})
    check(symbols, "nothing was recorded")
    check(tables["broken"] == 0 and arrays["broken"] == 0, "something could not be read")
    for symbol in symbols:
        check_pair(info, tables["files"], arrays["files"], symbol)


if __name__ == "__main__":
    main()
