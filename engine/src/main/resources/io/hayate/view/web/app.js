'use strict';

// The page keeps what the stream told last and draws it; nothing is asked of any other host.
const $ = id => document.getElementById(id);
const view = {state: null, prices: {}, orders: [], fills: [], book: null, candles: null,
  series: new Map(), curves: [[], [], [], []], currency: '', market: null, waits: false};
const POINTS = 2400;
const INK = () => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

const number = (value, digits) => value === null || value === undefined ? '–'
  : Number(value).toLocaleString('en-US', {maximumFractionDigits: digits === undefined ? 8 : digits});
const clock = ms => new Date(ms).toISOString().slice(11, 19);
const element = (tag, text, kind) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const row = cells => {
  const made = document.createElement('tr');
  for (const cell of cells) made.append(cell instanceof Node ? cell : element('td', cell));
  return made;
};
const n = text => element('td', text, 'n');

// --- Asking ---------------------------------------------------------------------------------

async function post(path, body) {
  const answer = await fetch(path, {method: 'POST', headers: {'content-type': 'application/json'},
    body: JSON.stringify(body)});
  return answer.ok ? answer.json() : {said: (await answer.text()).trim()};
}

async function command(line) {
  const {said} = await post('/api/command', {line});
  if (said) say(Date.now(), 'info', said);
}

// Asks before anything is done; with a default there is something to type. Null for no.
function confirmed(title, text, typed) {
  const dialog = $('ask');
  $('ask-title').textContent = title;
  $('ask-text').textContent = text;
  const input = $('ask-input');
  input.hidden = typed === undefined;
  input.value = typed || '';
  dialog.returnValue = '';
  dialog.showModal();
  (typed === undefined ? $('ask-yes') : input).focus();
  return new Promise(done => dialog.addEventListener('close',
    () => done(dialog.returnValue === 'yes' ? (typed === undefined ? true : input.value.trim()) : null),
    {once: true}));
}
$('ask-input').addEventListener('keydown', event => {
  if (event.key === 'Enter') { event.preventDefault(); $('ask').close('yes'); }
});

$('kill').addEventListener('click', async () => {
  if (await confirmed('Kill', 'Trading is halted: no new order leaves, and our open orders are canceled.')) {
    await command('kill');
  }
});
$('resume').addEventListener('click', async () => {
  const open = view.state ? view.state.totals.ordersOpen : 0;
  const given = await confirmed('Resume', 'New orders may leave again. So many orders of ours are open:', String(open));
  if (given !== null) await command('resume ' + given);
});
$('subscribe').addEventListener('submit', async event => {
  event.preventDefault();
  const channel = $('channel').value.trim();
  if (channel && await confirmed('Subscribe', channel)) {
    await command('subscribe ' + channel);
    $('channel').value = '';
  }
});
async function explain(id) {
  const answer = await fetch('/api/explain?order=' + encodeURIComponent(id));
  $('story-title').textContent = 'Order ' + id;
  $('story-text').textContent = await answer.text();
  $('story').showModal();
}
async function cancel(id) {
  if (await confirmed('Cancel', 'Order ' + id + ' is to be canceled.')) await command('cancel ' + id);
}
async function strategy(name, verb) {
  if (verb === 'set') {
    const given = await confirmed('New parameters of ' + name, 'KEY=VALUE, with blanks between:', '');
    if (given) await command('strategy ' + name + ' set ' + given);
  } else if (await confirmed(verb === 'stop' ? 'Stop' : 'Start', 'Strategy ' + name)) {
    await command('strategy ' + name + ' ' + verb);
  }
}
async function leave(channel) {
  if (await confirmed('Unsubscribe', channel)) await command('unsubscribe ' + channel);
}

// --- Drawing --------------------------------------------------------------------------------

function select(id, options, chosen, changed) {
  const box = $(id);
  const key = JSON.stringify(options);
  if (box.dataset.key !== key) {
    box.dataset.key = key;
    box.replaceChildren(...options.map(([value, text]) => {
      const option = element('option', text);
      option.value = value;
      return option;
    }));
    box.hidden = options.length === 0;
  }
  if (chosen !== null && String(box.value) !== String(chosen)) box.value = chosen;
  box.onchange = () => changed(box.value);
}

const axis = () => ({stroke: color('dim'), grid: {stroke: color('line'), width: 1}, ticks: {stroke: color('line')}});
const fromNothing = (plot, low, high) => [0, Math.max(1, high * 1.1)];

function chart(id, height, series, more) {
  const box = $(id);
  let made = null;
  return (data, extra) => {
    if (!data[0].length) return;
    if (!made || made.dark !== color('ink')) {
      if (made) made.plot.destroy();
      box.replaceChildren();
      made = {dark: color('ink'), plot: new uPlot(Object.assign({width: box.clientWidth, height,
        legend: {show: false}, cursor: {y: false}, scales: {x: {time: true}}, axes: [axis(), Object.assign({size: 64}, axis())],
        series: [{}].concat(series())}, more ? more() : {}), data, box)};
    }
    made.plot.extra = extra;
    if (made.plot.width !== box.clientWidth) made.plot.setSize({width: box.clientWidth, height});
    made.plot.setData(data);
  };
}

const drawPrice = chart('price', 330,
  () => [{label: 'bid', stroke: color('good'), width: 1}, {label: 'ask', stroke: color('bad'), width: 1}],
  () => ({hooks: {draw: [drawFills]}}));
const drawEquity = chart('equity', 200, () => [{label: 'profit', stroke: color('accent'), width: 1.5,
  fill: color('accent') + '22'}]);
const drawPressure = chart('pressure', 200,
  () => [{label: 'events', stroke: color('accent'), width: 1.5},
    {label: 'ms', scale: 'ms', stroke: color('warn'), width: 1}],
  () => ({scales: {x: {time: true}, y: {range: fromNothing}, ms: {range: fromNothing}}, axes: [axis(),
    Object.assign({size: 56}, axis()), Object.assign({size: 56, side: 1, scale: 'ms'}, axis(), {grid: {show: false}})]}));
const drawCandles = chart('candles', 300,
  () => [{label: 'open', show: false}, {label: 'high', show: false}, {label: 'low', show: false},
    {label: 'close', stroke: 'transparent', points: {show: false}}],
  () => ({hooks: {draw: [drawBars]}, scales: {x: {time: true}, y: {range: (u, low, high) => {
    const lows = u.data[3].filter(v => v !== null), highs = u.data[2].filter(v => v !== null);
    const least = Math.min(...lows), most = Math.max(...highs), room = (most - least) * 0.05 || 1;
    return [least - room, most + room];
  }}}}));

function drawFills(plot) {
  const context = plot.ctx;
  const [from, to] = [plot.scales.x.min, plot.scales.x.max];
  context.save();
  for (const [time, side, price] of plot.extra || []) {
    if (time < from || time > to) continue;
    const x = plot.valToPos(time, 'x', true), y = plot.valToPos(price, 'y', true);
    const size = 5 * devicePixelRatio, up = side === 'BUY' ? 1 : -1;
    context.fillStyle = color(side === 'BUY' ? 'good' : 'bad');
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - size, y + up * size * 1.8);
    context.lineTo(x + size, y + up * size * 1.8);
    context.fill();
  }
  context.restore();
}

function drawBars(plot) {
  const [times, open, high, low, close] = plot.data;
  const context = plot.ctx;
  const width = Math.max(1, plot.bbox.width / Math.max(1, times.length) * 0.6);
  context.save();
  for (let i = 0; i < times.length; i++) {
    const x = plot.valToPos(times[i], 'x', true);
    const y = value => plot.valToPos(value, 'y', true);
    context.fillStyle = color(close[i] >= open[i] ? 'good' : 'bad');
    context.fillRect(x - devicePixelRatio / 2, y(high[i]), devicePixelRatio, y(low[i]) - y(high[i]));
    const top = y(Math.max(open[i], close[i])), bottom = y(Math.min(open[i], close[i]));
    context.fillRect(x - width / 2, top, width, Math.max(devicePixelRatio, bottom - top));
  }
  context.restore();
}

function drawMarkets() {
  const channels = view.state ? view.state.channels : [];
  const tickers = channels.filter(c => c.channel === 'ticker');
  const books = channels.filter(c => c.channel === 'book');
  const candles = channels.filter(c => c.channel === 'candles');
  if (view.market === null && tickers.length) view.market = tickers[0].id;
  select('market', tickers.map(c => [c.id, c.instrument]), view.market, value => {
    view.market = Number(value);
    draw();
  });
  const show = value => post('/api/show', {channel: String(value)});
  select('book-of', books.map(c => [c.id, c.name]), view.book && view.book.channel, show);
  select('candles-of', candles.map(c => [c.id, c.name]), view.candles && view.candles.channel, show);
}

function drawPrices() {
  const price = view.prices[view.market];
  const series = view.series.get(view.market);
  if (!price || !series) return;
  $('quote').textContent = number(price[0]) + ' / ' + number(price[1])
    + (price[3] === null ? '' : '  ' + (price[3] * 100).toFixed(2) + ' %');
  const channel = view.state && view.state.channels.find(c => c.id === view.market);
  const name = channel && channel.instrument;
  drawPrice(series, view.fills.filter(fill => fill[1] === name).map(fill => [fill[0] / 1000, fill[2], fill[3]]));
}

function drawBook() {
  const book = view.book;
  if (!book) return;
  const table = element('table');
  const most = Math.max(...book.bids.concat(book.asks).map(level => level[1]), 1e-12);
  const add = (level, kind) => {
    const made = row([n(number(level[0])), n(number(level[1]))]);
    made.className = kind;
    const bar = element('span', undefined, 'bar');
    bar.style.width = Math.min(100, level[1] / most * 100) + '%';
    made.lastChild.append(bar);
    table.append(made);
  };
  const depth = 10;
  book.asks.slice(0, depth).reverse().forEach(level => add(level, 'bad'));
  if (book.bids.length && book.asks.length) {
    const spread = element('td', book.crossed ? 'crossed' : 'spread ' + number(book.asks[0][0] - book.bids[0][0], 6));
    spread.colSpan = 2;
    const made = row([spread]);
    made.className = 'spread';
    table.append(made);
  }
  book.bids.slice(0, depth).forEach(level => add(level, 'good'));
  $('book').replaceChildren(table);
}

const OPEN = new Set(['ACTIVE', 'PARTIALLY_FILLED', 'TAKEN', 'SUBMITTED', 'UNKNOWN']);
const BAD = new Set(['REJECTED', 'UNKNOWN', 'OUTCOME_UNKNOWN', 'NOT_SENT', 'REFUSED_HERE']);

function drawOrders() {
  const rows = view.orders.slice().reverse().slice(0, 60).map(order => {
    const story = element('button', 'Story', 'small');
    story.onclick = () => explain(order.id);
    const last = element('td');
    last.append(story);
    if (OPEN.has(order.status)) {
      const button = element('button', 'Cancel', 'small');
      button.onclick = () => cancel(order.id);
      last.append(' ', button);
    }
    const status = element('td', order.status + (order.words ? ': ' + order.words : ''),
      BAD.has(order.status) ? 'bad words' : order.status === 'FILLED' ? 'good' : '');
    return row([clock(order.timeMs), order.symbol, element('td', order.side, order.side === 'BUY' ? 'good' : 'bad'),
      order.type, n(number(order.amount)), n(number(order.left)), n(number(order.price)),
      n(number(order.average)), status, last]);
  });
  $('orders').tBodies[0].replaceChildren(...rows);
  $('orders').hidden = rows.length === 0;
  $('orders-none').hidden = rows.length > 0;
}

function drawState() {
  const state = view.state;
  if (!state) return;
  const session = $('session');
  session.textContent = state.session;
  session.className = 'badge ' + (state.session === 'LIVE' ? 'good' : 'bad');
  $('venue').textContent = state.venue;
  $('paper').hidden = !state.paper;
  document.title = (state.paper ? 'PAPER ' : '') + 'Hayate ' + state.session;
  $('halt').hidden = !state.halted;
  $('halt').textContent = state.halted ? 'halted: ' + state.halted : '';
  $('resume').hidden = !state.halted;
  const held = state.portfolio.instruments.filter(each => each.fills > 0 || each.position !== 0);
  $('positions').tBodies[0].replaceChildren(...held.map(each => row([each.symbol, n(number(each.position)),
    n(number(each.averagePrice, 6)), n(number(each.realised, 4)), n(number(each.unrealised, 4))])));
  $('positions').hidden = held.length === 0;
  $('positions-none').hidden = held.length > 0;
  $('money').textContent = Object.entries(state.portfolio.currencies).map(([name, of]) =>
    name + (of.realised === undefined ? ' fees ' + number(of.fees, 6)
      : ' ' + number(of.realised + (of.unrealised || 0), 4) + ', fees ' + number(of.fees, 6))).join(' · ');
  drawChannels(state.channels);
  drawStrategies(state.strategies);
  $('latency').tBodies[0].replaceChildren(...state.latency.filter(each => each.count > 0).map(each =>
    row([each.stage].concat(['p50', 'p99', 'p999', 'max'].map(key => n(number(each[key] / 1000, 1))),
      [n(number(each.count))]))));
  $('engine').replaceChildren(...state.engine.map(([name, value]) => {
    const fact = element('div');
    fact.append(element('dt', name), element('dd', value));
    return fact;
  }));
}

function drawChannels(channels) {
  const sick = channels.filter(c => c.health !== 'live').length;
  $('channels-count').textContent = channels.length + (sick ? ', ' + sick + ' not live' : '');
  const sorted = channels.slice().sort((a, b) => (a.health === 'live') - (b.health === 'live') || a.id - b.id);
  $('channels').tBodies[0].replaceChildren(...sorted.slice(0, 200).map(c => {
    const button = element('button', 'Leave', 'small');
    button.onclick = () => leave(c.name);
    button.setAttribute('aria-label', 'Unsubscribe ' + c.name);
    const last = element('td');
    last.append(button);
    return row([c.name, element('td', c.health, c.health === 'live' ? 'good' : 'bad words'), n(number(c.frames)),
      n(number(c.gaps)), last]);
  }));
}

function drawStrategies(strategies) {
  if (!strategies.length) return;
  $('strategies').replaceChildren(...strategies.map(each => {
    const made = element('div', undefined, 'strategy');
    made.append(element('b', each.name), element('span', each.state, each.state === 'running' ? 'good' : 'warn'),
      element('span', each.openOrders + ' open', 'dim'));
    for (const verb of each.state === 'running' ? ['stop', 'set'] : ['start', 'set']) {
      const button = element('button', verb, 'small');
      button.onclick = () => strategy(each.name, verb);
      button.setAttribute('aria-label', verb + ' ' + each.name);
      made.append(button);
    }
    return made;
  }));
}

function say(timeMs, level, text) {
  const log = $('log');
  const isAtEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 30;
  const line = element('li', undefined, level === 'error' ? 'bad' : level === 'warn' ? 'warn' : '');
  line.append(element('time', clock(timeMs)), text);
  log.append(line);
  while (log.childElementCount > 500) log.firstChild.remove();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

function draw() {
  view.waits = false;
  drawMarkets();
  drawPrices();
  drawBook();
  drawState();
  const candles = view.candles;
  if (candles && candles.rows.length) {
    drawCandles([0, 1, 2, 3, 4].map(i => candles.rows.map(r => i === 0 ? r[0] / 1000 : r[i])));
  }
  const [times, equity, depth, age] = view.curves;
  $('equity-currency').textContent = view.currency;
  drawEquity([times, equity]);
  drawPressure([times, depth, age]);
}

// --- Listening ------------------------------------------------------------------------------

let lastLine = 0;

function keep(series, values) {
  values.forEach((value, i) => series[i].push(value));
  if (series[0].length > POINTS) series.forEach(each => each.splice(0, each.length - POINTS));
}

// The whole run is kept: of too many moments two become one, with the later profit and the greater pressure.
function keepMoment([ms, equity, depth, us]) {
  const [times, profits, depths, ages] = view.curves;
  if (times.length && times[times.length - 1] >= ms / 1000) return;
  [ms / 1000, equity, depth, us / 1000].forEach((value, i) => view.curves[i].push(value));
  if (times.length < POINTS) return;
  const second = (value, i) => i % 2 === 1;
  const most = (value, i, all) => Math.max(value, all[i - 1] || 0);
  view.curves = [times.filter(second), profits.filter(second), depths.map(most).filter(second),
    ages.map(most).filter(second)];
}

function take(told) {
  const now = Date.now() / 1000;
  view.prices = told.prices;
  for (const [id, price] of Object.entries(told.prices)) {
    if (!view.series.has(Number(id))) view.series.set(Number(id), [[], [], []]);
    keep(view.series.get(Number(id)), [now, price[0], price[1]]);
  }
  if (told.book) view.book = told.book;
  if (told.candles) view.candles = told.candles;
  if (told.orders) {
    view.orders = told.orders;
    view.fills = told.fills;
    drawOrders();
  }
  if (told.state) {
    view.state = told.state;
    if (told.currency) view.currency = told.currency;
  }
  if (told.curves) {
    const {times, equity, depth, ageUs} = told.curves;
    view.curves = [times.map(ms => ms / 1000), equity, depth, ageUs.map(us => us / 1000)];
  } else if (told.moment) {
    keepMoment(told.moment);
  }
  for (const [line, timeMs, level, , text] of told.log) {
    if (line > lastLine) {
      lastLine = line;
      say(timeMs, level, text);
    }
  }
  if (!view.waits) {
    view.waits = true;
    requestAnimationFrame(draw);
  }
}

const stream = new EventSource('/api/events');
stream.onmessage = event => take(JSON.parse(event.data));
stream.onerror = () => {
  const session = $('session');
  session.textContent = 'no engine';
  session.className = 'badge bad';
};
