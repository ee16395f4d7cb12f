'use strict'

// The official client, unchanged but for its URLs: node bitfinex-api-node.js FOLDER WS_URL HTTP_URL
// [audit]. FOLDER holds the node_modules with it; with audit it checks sequence numbers, those of requests
// as numbers of the account.

const path = require('path')
const { check, equal, near, need, until, done } = require('./checks.js')

const [folder, wsUrl, httpUrl, audit] = process.argv.slice(2)
const modules = path.join(folder, 'node_modules')
const BFX = require(path.join(modules, 'bitfinex-api-node'))
const { Order } = require(path.join(modules, 'bfx-api-node-models'))

const SYMBOL = 'tBTCUSD'
const ACTIVE = 'ACTIVE'

const bfx = new BFX({
  apiKey: 'demo-key',
  apiSecret: 'demo-secret',
  transform: true,
  ws: { url: wsUrl, seqAudit: audit === 'audit', manageOrderBooks: true, manageCandles: true },
  rest: { url: httpUrl, transform: true }
})
const ws = bfx.ws(2)
const rest = bfx.rest(2)

// All that the account's channel tells, in its order.
const told = []
const errors = []
const hear = (type) => (row) => told.push({ type, row })
const last = (type, test) => [...told].reverse().find((e) => e.type === type && test(e.row))
const hears = (type, test) => until(() => last(type, test), `${type} of the account`)

const listen = () => {
  ws.on('error', (e) => errors.push(e instanceof Error ? e.message : JSON.stringify(e)))
  ws.onOrderNew({}, hear('on'))
  ws.onOrderUpdate({}, hear('ou'))
  ws.onOrderClose({}, hear('oc'))
  ws.onAccountTradeEntry({}, hear('te'))
  ws.onAccountTradeUpdate({}, hear('tu'))
  ws.onWalletSnapshot({}, hear('ws'))
  ws.onWalletUpdate({}, hear('wu'))
  ws.onOrderSnapshot({}, hear('os'))
  ws.onPositionSnapshot({}, hear('ps'))
  ws.onPositionNew({}, hear('pn'))
  ws.onPositionUpdate({}, hear('pu'))
  ws.onPositionClose({}, hear('pc'))
  ws.onBalanceInfoUpdate({}, hear('bu'))
}

const started = Date.now()
let nextCid = started
const submit = (fields) => ws.submitOrder(new Order({ cid: ++nextCid, symbol: SYMBOL, ...fields }))
const ended = async (id) => (await hears('oc', (o) => o.id === id)).row

const publicRest = async () => {
  await check('REST: platform status', async () => equal((await rest.status())[0], 1, 'status'))
  await check('REST: symbols', async () =>
    need((await rest.symbols()).includes('BTCUSD'), 'BTCUSD is missing'))
  await check('REST: currencies', async () =>
    need((await rest.currencies()).length > 0, 'no currencies'))
  await check('REST: ticker and tickers', async () => {
    need((await rest.ticker({ symbol: SYMBOL })).bid > 0, 'no bid')
    const all = await rest.tickers({ symbols: [SYMBOL, 'fUSD'] })
    equal(all.length, 2, 'number of tickers')
  })
  await check('REST: book', async () =>
    equal((await rest.orderBook({ symbol: SYMBOL, prec: 'P0' })).length, 50, 'levels'))
  await check('REST: trades', async () =>
    need((await rest.trades({ symbol: SYMBOL, limit: 5 })).length === 5, 'not 5 trades'))
  await check('REST: candles', async () =>
    need((await rest.candles({ timeframe: '1m', symbol: SYMBOL, section: 'hist' })).length > 10, 'few candles'))
  await check('REST: status of a derivative', async () =>
    equal((await rest.statusMessages({ type: 'deriv', keys: ['tBTCF0:USTF0'] })).length, 1, 'rows'))
  await check('REST: exchange rate', async () =>
    need((await rest.exchangeRate({ ccy1: 'BTC', ccy2: 'USD' })) > 0, 'no rate'))
}

const channels = async () => {
  const seen = {}
  const saw = (name) => (data) => { seen[name] = (seen[name] || 0) + 1; seen[`${name} data`] = data }
  const sees = (name, times = 1) => until(() => (seen[name] || 0) >= times, name)
  await check('ticker, of a pair and of funding', async () => {
    ws.onTicker({ symbol: SYMBOL }, saw('ticker'))
    ws.onTicker({ symbol: 'fUSD' }, saw('funding ticker'))
    await ws.subscribeTicker(SYMBOL)
    await ws.subscribeTicker('fUSD')
    await sees('ticker', 3)
    await sees('funding ticker')
  })
  await check('trades', async () => {
    ws.onTrades({ symbol: SYMBOL }, saw('trades'))
    await ws.subscribeTrades(SYMBOL)
    await sees('trades', 3)
  })
  for (const [prec, len] of [['P0', '25'], ['P2', '100'], ['R0', '25']]) {
    await check(`book ${prec} ${len}, its checksums right`, async () => {
      ws.onOrderBook({ symbol: SYMBOL, prec, len }, saw(`book ${prec}`))
      ws.onOrderBookChecksum({ symbol: SYMBOL, prec, len }, saw(`checksum ${prec}`))
      await ws.subscribeOrderBook(SYMBOL, prec, len)
      await sees(`book ${prec}`, 5)
      await sees(`checksum ${prec}`, 2)
      equal(errors.join('; '), '', 'errors')
      await ws.unsubscribeOrderBook(SYMBOL)
    })
  }
  await check('candles', async () => {
    ws.onCandle({ key: 'trade:1m:tBTCUSD' }, saw('candles'))
    await ws.subscribeCandles('trade:1m:tBTCUSD')
    await sees('candles', 2)
  })
  await check('status of a derivative', async () => {
    ws.onStatus({ key: 'deriv:tBTCF0:USTF0' }, saw('status'))
    await ws.subscribeStatus('deriv:tBTCF0:USTF0')
    await sees('status', 2)
  })
  await check('unsubscribe', async () => {
    await ws.unsubscribeCandles(SYMBOL, '1m')
    await ws.unsubscribeStatus('deriv:tBTCF0:USTF0')
  })
}

const orders = async (bid, ask) => {
  const low = Math.round(bid * 0.5)
  const high = Math.round(ask * 1.5)
  let first
  await check('limit order placed, updated, canceled', async () => {
    first = await submit({ type: 'EXCHANGE LIMIT', amount: 0.01, price: low })
    const id = first[0]
    await hears('on', (o) => o.id === id && o.status === ACTIVE)
    await ws.updateOrder({ id, price: String(low + 100), amount: '0.02' })
    const updated = (await hears('ou', (o) => o.id === id)).row
    equal(updated.price, low + 100, 'price')
    equal(updated.amount, 0.02, 'amount')
    await ws.cancelOrder(id)
    equal((await ended(id)).status, 'CANCELED', 'status')
  })
  await check('refused: a size below the minimum, an order that is not there', async () => {
    const refusals = []
    await submit({ type: 'EXCHANGE LIMIT', amount: 0.000000001, price: low }).catch((e) => refusals.push(e.message))
    await ws.cancelOrder(1).catch((e) => refusals.push(e.message))
    equal(refusals.length, 2, 'refusals')
    need(refusals[1].includes('Order not found.'), refusals[1])
  })
  for (const [name, fields] of [
    ['post-only', { type: 'EXCHANGE LIMIT', amount: 0.01, price: low, flags: 4096 }],
    ['hidden', { type: 'EXCHANGE LIMIT', amount: 0.01, price: low, flags: 64 }],
    ['stop', { type: 'EXCHANGE STOP', amount: 0.01, price: high }],
    ['stop limit', { type: 'EXCHANGE STOP LIMIT', amount: 0.01, price: high, priceAuxLimit: high + 100 }],
    ['trailing stop', { type: 'EXCHANGE TRAILING STOP', amount: -0.01, priceTrailing: 2000 }],
    ['good till date', { type: 'EXCHANGE LIMIT', amount: 0.01, price: low, tif: '2036-01-01 00:00:00' }],
    ['margin limit', { type: 'LIMIT', amount: 0.01, price: low }],
    ['margin stop', { type: 'STOP', amount: 0.01, price: high }]
  ]) {
    await check(`${name} order placed, canceled`, async () => {
      const [id] = await submit(fields)
      await hears('on', (o) => o.id === id && o.status === ACTIVE)
      await ws.cancelOrder(id)
      equal((await ended(id)).status, 'CANCELED', 'status')
    })
  }
  await check('one cancels the other', async () => {
    const [id] = await submit({
      type: 'EXCHANGE LIMIT', amount: 0.01, price: low, flags: 16384, priceAuxLimit: high, cidOCO: ++nextCid
    })
    const stop = (await hears('on', (o) => o.placedId === id)).row
    equal(stop.type, 'EXCHANGE STOP', 'type')
    await ws.cancelOrder(id)
    equal((await ended(stop.id)).status, 'CANCELED', 'status of the other')
  })
  await check('fill or kill canceled, then filled', async () => {
    const [killed] = await submit({ type: 'EXCHANGE FOK', amount: 0.01, price: low })
    need((await ended(killed)).status.startsWith('FILLORKILL CANCELED'), 'not killed')
    const [filled] = await submit({ type: 'EXCHANGE FOK', amount: 0.001, price: high })
    need((await ended(filled)).status.startsWith('EXECUTED'), 'not filled')
  })
  await check('immediate or cancel', async () => {
    const [id] = await submit({ type: 'EXCHANGE IOC', amount: 0.01, price: low })
    need((await ended(id)).status.startsWith('IOC CANCELED'), 'not canceled')
  })
  await check('several operations at once, canceled by their group', async () => {
    const gid = Date.now()
    const packets = [1, 2].map((n) =>
      ['on', { cid: ++nextCid, gid, symbol: SYMBOL, type: 'EXCHANGE LIMIT', amount: '0.01', price: String(low + n) }])
    await ws.submitOrderMultiOp(packets)
    const ids = []
    for (const [, packet] of packets) ids.push((await hears('on', (o) => o.cid === packet.cid)).row.id)
    await ws.submitOrderMultiOp([['oc_multi', { gid: [gid] }]])
    for (const id of ids) equal((await ended(id)).status, 'CANCELED', 'status')
  })
}

// The newest balance of a wallet that the account was told.
const balance = (type, currency) => {
  const updates = told.filter((e) => e.type === 'wu' && e.row.type === type && e.row.currency === currency)
  if (updates.length > 0) return updates[updates.length - 1].row.balance
  const snapshot = told.find((e) => e.type === 'ws').row
  return snapshot.find((w) => w.type === type && w.currency === currency).balance
}

const fills = async () => {
  await check('market order filled; trades, fees and wallets agree', async () => {
    const btc = balance('exchange', 'BTC')
    const usd = balance('exchange', 'USD')
    const [id] = await submit({ type: 'EXCHANGE MARKET', amount: 0.01 })
    const order = await ended(id)
    need(order.status.startsWith('EXECUTED @ '), order.status)
    const parts = () => told.filter((e) => e.type === 'tu' && e.row.orderID === id).map((e) => e.row)
    await until(() => Math.abs(parts().reduce((sum, t) => sum + t.execAmount, 0) - 0.01) < 1e-9, 'all trades')
    const fee = parts().reduce((sum, t) => sum + t.fee, 0)
    const cost = parts().reduce((sum, t) => sum + t.execAmount * t.execPrice, 0)
    equal(parts()[0].feeCurrency, 'BTC', 'currency of the fee')
    near(fee, -0.01 * 0.002, 'fee')
    await until(() => Math.abs(balance('exchange', 'BTC') - btc - 0.01 - fee) < 1e-7, 'base wallet')
    await until(() => Math.abs(balance('exchange', 'USD') - usd + cost) < 1e-4, 'quote wallet')
    return `${order.status}`
  })
  await check('margin position opened and closed', async () => {
    await submit({ type: 'MARKET', amount: 0.01 })
    const opened = (await hears('pn', (p) => p.symbol === SYMBOL)).row
    near(opened.amount, 0.01, 'amount')
    await until(() => told.some((e) => ['pn', 'pu'].includes(e.type)), 'position')
    const rows = await rest.positions()
    equal(rows.length, 1, 'positions by REST')
    await submit({ type: 'MARKET', amount: -0.01, flags: 1024 })
    equal((await hears('pc', (p) => p.symbol === SYMBOL)).row.status, 'CLOSED', 'status')
    equal((await rest.positions()).length, 0, 'positions by REST')
  })
}

const signedRest = async (bid) => {
  const price = Math.round(bid * 0.4)
  await check('REST: wallets as the socket tells them', async () => {
    const wallets = await rest.wallets()
    const btc = wallets.find((w) => w.type === 'exchange' && w.currency === 'BTC')
    near(btc.balance, balance('exchange', 'BTC'), 'balance')
  })
  await check('REST: order submitted, heard on the socket, updated, listed, canceled', async () => {
    const order = new Order({ cid: ++nextCid, symbol: SYMBOL, type: 'EXCHANGE LIMIT', amount: 0.01, price })
    const submitted = await rest.submitOrder({ order })
    await hears('on', (o) => o.id === submitted.id)
    const updated = await rest.updateOrder({ id: submitted.id, price: String(price + 10) })
    equal(updated.status, 'SUCCESS', 'status')
    const open = (await rest.activeOrders()).find((o) => o.id === submitted.id)
    equal(open.price, price + 10, 'price')
    equal((await rest.cancelOrder({ id: submitted.id })).status, 'SUCCESS', 'status')
    await ended(submitted.id)
  })
  await check('REST: several orders submitted and canceled at once', async () => {
    const made = [1, 2].map((n) => new Order({ cid: ++nextCid, symbol: SYMBOL, type: 'EXCHANGE LIMIT', amount: 0.01, price: price + n }))
    const answer = await rest.submitOrderMulti({ orders: made })
    equal(answer.notifyInfo.length, 2, 'answers')
    equal((await rest.cancelOrderMulti({ all: 1 })).status, 'SUCCESS', 'status')
    equal((await rest.activeOrders()).length, 0, 'open orders')
  })
  await check('REST: order history', async () => {
    const history = await rest.orderHistory({ symbol: SYMBOL, start: 0, end: Date.now() + 1000, limit: 100 })
    need(history.length > 10, `only ${history.length} ended orders`)
    need(history.some((o) => o.status.startsWith('EXECUTED')), 'none executed')
  })
  await check('REST: executions as the socket told them', async () => {
    const rows = await rest.accountTrades({ symbol: SYMBOL, start: started, end: Date.now() + 1000, limit: 500 })
    const ids = told.filter((e) => e.type === 'tu').map((e) => e.row.id).sort()
    equal(JSON.stringify(rows.map((t) => t.id).sort()), JSON.stringify(ids), 'executions')
    const one = told.find((e) => e.type === 'tu').row
    const ofOrder = await rest.orderTrades({ symbol: SYMBOL, start: 0, end: Date.now() + 1000, limit: 25, orderId: one.orderID })
    need(ofOrder.length > 0, 'none of one order')
  })
  await check('REST: user, permissions, summary, token', async () => {
    need((await rest.userInfo()).id > 0, 'no user')
    need((await rest.keyPermissions()).length > 5, 'no permissions')
    equal((await rest.accountSummary()).makerFee, 0.001, 'maker fee')
    need((await rest.generateToken({ ttl: 60, scope: 'api' }))[0].length > 10, 'no token')
  })
  await check('REST: a refusal has the text of the exchange', async () => {
    const order = new Order({ cid: ++nextCid, symbol: 'tNOPEUSD', type: 'EXCHANGE LIMIT', amount: 1, price: 1 })
    const error = await rest.submitOrder({ order }).then(() => null, (e) => e)
    equal(error && error.status, 500, 'status')
    need(JSON.stringify(error.response).includes('symbol: invalid'), JSON.stringify(error.response))
  })
}

const run = async () => {
  await publicRest()
  listen()
  await check('connect', () => ws.open())
  await check('checksums asked for', () => {
    ws.enableFlag(BFX.WSv2.flags.CHECKSUM)
    return until(() => ws.isFlagEnabled(BFX.WSv2.flags.CHECKSUM), 'flag')
  })
  await check('authenticate', () => ws.auth(0, 0))
  await check('snapshots', async () => { for (const type of ['ps', 'ws', 'os']) await hears(type, () => true) })
  await channels()
  const { bid, ask } = await rest.ticker({ symbol: SYMBOL })
  await orders(bid, ask)
  await fills()
  await signedRest(bid)
  await check('no error and no gap of either sequence', () => equal(errors.join('; '), '', 'errors'))
  await check('disconnect', () => ws.close())
  done()
}

run().catch((e) => {
  process.stdout.write(`  FAILED ${e.stack}\n`)
  process.exit(1)
})
