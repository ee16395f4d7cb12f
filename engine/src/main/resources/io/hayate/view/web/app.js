'use strict';

// What the stream tells, and how it is drawn.
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
  const show = async value => {
    const {refused} = await post('/api/show', {channel: String(value)});
    if (refused) tell('show another channel: ' + refused, true);
  };
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

const BAD = new Set(['REJECTED', 'UNKNOWN', 'OUTCOME_UNKNOWN', 'NOT_SENT', 'REFUSED_HERE']);
const ENDED_SHOWN = 60;

function drawOrders() {
  const latest = view.orders.slice().reverse();
  const shown = latest.filter(each => each.open).concat(latest.filter(each => !each.open).slice(0, ENDED_SHOWN));
  keyed($('orders').tBodies[0], shown, order => order.id,
    order => emptyRow(9, button('Story', 'Story of order ' + order.id, () => explain(order.id)),
      button('Cancel', 'Cancel order ' + order.id, () => cancel(order.id))),
    (made, order) => {
      fill(made, [[clock(order.timeMs)], [order.symbol], [order.side, order.side === 'BUY' ? 'good' : 'bad'],
        [order.type], [number(order.amount), 'n'], [number(order.left), 'n'], [number(order.price), 'n'],
        [number(order.average), 'n'], [order.status + (order.words ? ': ' + order.words : ''),
          BAD.has(order.status) ? 'bad words' : order.status === 'FILLED' ? 'good' : '']]);
      set(made.lastChild.querySelectorAll('button')[1], 'hidden', !order.open);
    });
  $('orders').hidden = shown.length === 0;
  $('orders-none').hidden = shown.length > 0;
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
  const wanted = channels.filter(c => !c.left);
  const sick = wanted.filter(c => c.health !== 'live').length;
  $('channels-count').textContent = wanted.length + (sick ? ', ' + sick + ' not live' : '');
  const rank = c => c.left ? 2 : c.health === 'live' ? 1 : 0;
  const sorted = channels.slice().sort((a, b) => rank(a) - rank(b) || a.id - b.id);
  keyed($('channels').tBodies[0], sorted.slice(0, 200), c => c.id,
    c => emptyRow(4, button('Leave', 'Unsubscribe ' + c.name, () => leave(c.name))),
    (made, c) => {
      fill(made, [[c.name], [c.left ? 'left' : c.health, c.left ? 'dim' : c.health === 'live' ? 'good' : 'bad words'],
        [number(c.frames), 'n'], [number(c.gaps), 'n']]);
      set(made, 'className', c.left ? 'dim' : '');
      set(made.lastChild.firstChild, 'hidden', c.left);
    });
}

// What a strategy holds and has made: a line for each market, and one for each currency.
function moneyOf(portfolio) {
  const held = portfolio.instruments.filter(each => each.position !== 0)
    .map(each => number(each.position) + ' ' + each.base);
  const made = Object.entries(portfolio.currencies).filter(([, of]) => of.realised !== undefined)
    .map(([name, of]) => name + ' realised ' + number(of.realised, 4) + ', unrealised ' + number(of.unrealised, 4));
  return (held.join(', ') || 'flat') + (made.length ? ' · ' + made.join(' · ') : '');
}

function drawStrategies(strategies) {
  if (!strategies.length) return;
  const none = $('strategies').querySelector('.none');
  if (none) none.remove();
  keyed($('strategies'), strategies, each => each.name, each => {
    const made = element('div', undefined, 'strategy');
    made.append(element('b', each.name), element('span'), element('span'),
      button('', '', () => strategy(each.name, made.children[3].textContent)),
      button('set', 'set ' + each.name, () => strategy(each.name, 'set')),
      element('span'), element('span'));
    return made;
  }, (made, each) => {
    const isRunning = each.state === 'running';
    worded(made.children[1], each.state, isRunning ? 'good' : 'warn');
    worded(made.children[2], each.openOrders + ' open', 'dim');
    const verb = isRunning ? 'stop' : 'start';
    set(made.children[3], 'textContent', verb);
    set(made.children[3], 'ariaLabel', verb + ' ' + each.name);
    worded(made.children[5], moneyOf(each.portfolio), 'line');
    worded(made.children[6], Object.entries(each.parameters).map(([key, value]) => key + '=' + value).join(' '),
      'line dim');
  });
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

const AGAIN_MIN_MS = 500;
const AGAIN_MAX_MS = 15_000;
const SILENCE_MAX_MS = 10_000; // the stream tells something four times a second
const WHY = {401: ['not logged in', 'not logged in: open a new link, which web at the console prints'],
  503: ['too many browsers', 'too many browsers listen: close the page in another']};
let heardMs = 0;

// Says why nothing comes, and that what is shown is of then.
function lost([short, long]) {
  const session = $('session');
  session.textContent = short;
  session.className = 'badge bad';
  document.title = 'Hayate ' + short;
  document.body.classList.add('old');
  $('old').hidden = false;
  $('old').textContent = long + (heardMs ? '; all figures are old, of ' + clock(heardMs) : '');
}

function heard(text) {
  heardMs = Date.now();
  document.body.classList.remove('old');
  $('old').hidden = true;
  take(JSON.parse(text));
}

async function read(body, alarm) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  for (;;) {
    alarm();
    const {value, done} = await reader.read();
    if (done) return;
    const events = (kept + value).split('\n\n');
    kept = events.pop();
    events.filter(each => each.startsWith('data: ')).forEach(each => heard(each.slice(6)));
  }
}

// By fetch, as an EventSource neither says why it was refused nor tries again after that.
async function listen() {
  for (let waitMs = AGAIN_MIN_MS; ; waitMs = Math.min(2 * waitMs, AGAIN_MAX_MS)) {
    const stop = new AbortController();
    let silence = 0;
    const alarm = () => {
      clearTimeout(silence);
      silence = setTimeout(() => stop.abort(), SILENCE_MAX_MS);
    };
    let why = ['no engine', 'no engine answers: it is asked again'];
    try {
      alarm();
      const answer = await fetch('/api/events', {cache: 'no-store', signal: stop.signal});
      if (answer.ok) {
        waitMs = AGAIN_MIN_MS;
        await read(answer.body, alarm);
      } else {
        why = WHY[answer.status] || ['refused', 'the engine refuses: ' + answer.status];
      }
    } catch (e) {
      if (e instanceof SyntaxError) throw e; // what came is no JSON: a bug of ours
    }
    clearTimeout(silence);
    lost(why);
    await new Promise(done => setTimeout(done, waitMs));
  }
}
listen();
