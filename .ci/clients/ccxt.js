'use strict'

// ccxt, unchanged but for its URLs, REST and sockets, checksums on:
// node ccxt.js FOLDER WS_URL HTTP_URL [FRAMES]. FOLDER holds the node_modules with it; so many frames of books are read.

const { createRequire } = require('module')
const path = require('path')
const { check, equal, near, need, until, done } = require('./checks.js')

const [folder, wsUrl, httpUrl, frames = '2000'] = process.argv.slice(2)
const ccxt = createRequire(path.join(folder, 'a.js'))('ccxt')

const SYMBOL = 'BTC/USD'
const BOOK_MS = 100000

const exchange = new ccxt.pro.bitfinex({ apiKey: 'demo-key-2', secret: 'demo-secret-2' })
exchange.urls.api = { v1: httpUrl, public: httpUrl, private: httpUrl, ws: { public: wsUrl, private: wsUrl } }

const publicRest = async () => {
  await check('REST: markets and currencies', async () => {
    await exchange.loadMarkets()
    need(exchange.markets[SYMBOL].limits.amount.min > 0, 'no minimum')
    need(exchange.markets['BTC/USDT:USDT'].swap, 'no derivative')
    need(exchange.currencies.USDT !== undefined, 'no USDT')
  })
  await check('REST: status', async () => equal((await exchange.fetchStatus()).status, 'ok', 'status'))
  await check('REST: ticker and tickers', async () => {
    need((await exchange.fetchTicker(SYMBOL)).bid > 0, 'no bid')
    need(Object.keys(await exchange.fetchTickers()).length > 3, 'few tickers')
  })
  await check('REST: books', async () => {
    const book = await exchange.fetchOrderBook(SYMBOL)
    need(book.bids[0][0] < book.asks[0][0], 'crossed')
    equal((await exchange.fetchOrderBook(SYMBOL, 25, { precision: 'P0' })).bids.length, 25, 'levels')
  })
  await check('REST: trades', async () => equal((await exchange.fetchTrades(SYMBOL, undefined, 10)).length, 10, 'trades'))
  await check('REST: candles', async () => need((await exchange.fetchOHLCV(SYMBOL, '1m')).length > 50, 'few candles'))
  await check('REST: funding rate of a derivative', async () =>
    need((await exchange.fetchFundingRate('BTC/USDT:USDT')).markPrice > 0, 'no mark price'))
}

const balances = { total: {} }

const sockets = async () => {
  await check('socket: ticker', async () => need((await exchange.watchTicker(SYMBOL)).last > 0, 'no price'))
  await check('socket: trades', async () => {
    for (let i = 0; i < 3; i++) need((await exchange.watchTrades(SYMBOL)).length > 0, 'no trades')
  })
  await check('socket: candles', async () => need((await exchange.watchOHLCV(SYMBOL, '1m')).length > 0, 'no candles'))
  await check(`socket: ${frames} changes of books, checksums on`, async () => {
    let read = 0
    const watch = async (symbol) => {
      while (read < +frames) {
        const book = await exchange.watchOrderBook(symbol)
        need(book.bids.length > 0 && book.asks.length > 0, 'an empty side')
        read++
      }
    }
    await Promise.all([SYMBOL, 'ETH/USD', 'DOGE/USD'].map(watch))
    return `${read}`
  }, BOOK_MS)
}

const account = async () => {
  await check('REST: balance', async () => {
    const balance = await exchange.fetchBalance()
    need(balance.USD.total > 0 && balance.USD.free <= balance.USD.total, 'no dollars')
  })
  await check('REST: fees', async () => near((await exchange.fetchTradingFees())[SYMBOL].taker, 0.002, 'taker fee'))
  await check('socket: balance', async () => {
    balances.total = (await exchange.watchBalance()).total
    need(balances.total.USD > 0, 'no dollars')
  })
}

const orders = async () => {
  const { bid, ask } = await exchange.fetchTicker(SYMBOL)
  const low = Math.round(bid * 0.5)
  const high = Math.round(ask * 1.5)
  const heard = []
  const listen = async () => { for (;;) heard.push(...(await exchange.watchOrders(SYMBOL))) }
  listen().catch(() => {})
  await check('order placed, edited, listed, heard on the socket, canceled', async () => {
    const { id } = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, low)
    await exchange.editOrder(id, SYMBOL, 'limit', 'buy', 0.02, low + 100)
    const open = (await exchange.fetchOpenOrders(SYMBOL)).find((o) => o.id === id)
    equal(open.price, low + 100, 'price')
    equal(open.amount, 0.02, 'amount')
    await until(() => heard.find((o) => o.id === id), 'the order on the socket')
    await exchange.cancelOrder(id, SYMBOL)
    await until(() => heard.find((o) => o.id === id && o.status === 'canceled'), 'its end on the socket')
  })
  for (const [name, type, side, price, params] of [
    ['post-only', 'limit', 'buy', low, { postOnly: true }],
    ['stop', 'market', 'buy', undefined, { triggerPrice: high }],
    ['stop limit', 'limit', 'buy', high + 100, { triggerPrice: high }],
    ['trailing stop', 'market', 'sell', undefined, { trailingAmount: '2000' }],
    ['margin limit', 'limit', 'buy', low, { marginMode: 'cross' }]
  ]) {
    await check(`${name} order placed, canceled`, async () => {
      const { id } = await exchange.createOrder(SYMBOL, type, side, 0.01, price, params)
      need((await exchange.fetchOpenOrders(SYMBOL)).some((o) => o.id === id), 'not open')
      await exchange.cancelOrder(id, SYMBOL)
    })
  }
  for (const timeInForce of ['IOC', 'FOK']) {
    await check(`${timeInForce} order canceled`, async () => {
      const { id } = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, low, { timeInForce })
      const ended = (await exchange.fetchClosedOrders(SYMBOL)).find((o) => o.id === id)
      need(ended !== undefined, 'not in the history')
    })
  }
  await check('several orders placed and canceled', async () => {
    const made = [1, 2].map((n) => ({ symbol: SYMBOL, type: 'limit', side: 'buy', amount: 0.01, price: low + n }))
    const placed = await exchange.createOrders(made)
    equal(placed.length, 2, 'orders')
    await exchange.cancelOrders(placed.map((o) => o.id), SYMBOL)
    await exchange.cancelAllOrders()
    equal((await exchange.fetchOpenOrders()).length, 0, 'open orders')
  })
  await check('refusals by their kinds', async () => {
    const kind = (promise) => promise.then(() => 'none', (e) => e.constructor.name)
    equal(await kind(exchange.createOrder(SYMBOL, 'limit', 'buy', 100000, low)), 'InsufficientFunds', 'refusal')
    equal(await kind(exchange.cancelOrder('1', SYMBOL)), 'OrderNotFound', 'refusal')
    const stranger = new ccxt.bitfinex({ apiKey: 'nope', secret: 'nope' })
    stranger.urls.api = exchange.urls.api
    equal(await kind(stranger.privatePostAuthRWallets()), 'AuthenticationError', 'refusal')
  })
}

const fills = async () => {
  await check('market order filled; history, trades, balance agree', async () => {
    const before = await exchange.fetchBalance()
    const trades = exchange.watchMyTrades(SYMBOL)
    const { id } = await exchange.createOrder(SYMBOL, 'market', 'buy', 0.01)
    need((await trades).length > 0, 'no trade on the socket')
    const mine = (await exchange.fetchMyTrades(SYMBOL)).filter((t) => t.order === id)
    near(mine.reduce((sum, t) => sum + t.amount, 0), 0.01, 'amount')
    const fee = mine.reduce((sum, t) => sum + t.fee.cost, 0)
    near(fee, 0.00002, 'fee')
    equal((await exchange.fetchOrderTrades(id, SYMBOL)).length, mine.length, 'trades of the order')
    const after = await exchange.fetchBalance()
    near(after.BTC.total - before.BTC.total, 0.01 - fee, 'BTC')
    const closed = (await exchange.fetchClosedOrders(SYMBOL)).find((o) => o.id === id)
    equal(closed.status, 'closed', 'status')
    near(closed.filled, 0.01, 'filled')
    return `${mine.length} trades`
  })
  await check('margin position opened, listed, closed', async () => {
    await exchange.createOrder(SYMBOL, 'market', 'buy', 0.01, undefined, { marginMode: 'cross' })
    need((await exchange.fetchPositions()).length > 0, 'no position')
    await exchange.createOrder(SYMBOL, 'market', 'sell', 0.01, undefined, { marginMode: 'cross', reduceOnly: true })
    equal((await exchange.fetchPositions()).length, 0, 'positions')
  })
}

const run = async () => {
  await publicRest()
  await sockets()
  await account()
  await orders()
  await fills()
  await check('disconnect', () => exchange.close())
  done()
}

run().catch((e) => {
  process.stdout.write(`  FAILED ${e.stack}\n`)
  process.exit(1)
})
