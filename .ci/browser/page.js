// What a person does with the page of a run, and with that of a backtest, in Chromium:
// node page.js LINK VENUE BACKTEST PICTURES PID: the engine of that number is ended.
'use strict';

const assert = require('node:assert');
const http = require('node:http');
const path = require('node:path');
const {chromium} = require('playwright-core');

const [link, venue, backtest, pictures, engine] = process.argv.slice(2);
const home = new URL(link).origin;
const rest = venue.replace(/^ws/, 'http').replace(/\/ws\/2$/, '');
const wrong = []; // what no page of ours may do

async function shown(page, what, test, argument) {
  await page.waitForFunction(test, argument, {timeout: 60_000})
    .catch(() => assert.fail('not seen within a minute: ' + what));
  console.log('seen: ' + what);
}

function watch(page) {
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) wrong.push('console: ' + message.text());
  });
  page.on('pageerror', error => wrong.push('error: ' + error.message));
  page.on('request', request => {
    const known = [home, 'data:', 'file://' + backtest];
    if (!known.some(each => request.url().startsWith(each))) wrong.push('asked ' + request.url());
  });
}

async function fault(text) {
  const answer = await fetch(rest + '/venue/faults', {method: 'POST', body: JSON.stringify({rule: text})});
  assert.ok(answer.ok, 'the venue takes the fault: ' + await answer.text());
}

// Without a link nothing is shown; with one, once.
async function tokenIsAskedFor(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const first = await page.goto(home);
  assert.equal(first.status(), 401);
  assert.match(await page.textContent('main'), /link/);
  assert.equal((await page.goto(home + '/api/explain?order=1')).status(), 401);
  assert.equal((await page.goto(home + '/metrics')).status(), 401);
  await context.close();
  console.log('seen: nothing is told without a link or a token');
}

async function pricesMove(page) {
  await shown(page, 'the session is live', () => document.getElementById('session').textContent === 'LIVE');
  await shown(page, 'a price', () => document.getElementById('quote').textContent.includes('/'));
  const before = await page.textContent('#quote');
  await shown(page, 'prices move', was => document.getElementById('quote').textContent !== was, before);
  await shown(page, 'the book', () => document.querySelectorAll('#book tr').length > 10);
  await shown(page, 'candles', () => document.querySelector('#candles canvas') !== null);
  await shown(page, 'five channels, all live',
    () => document.querySelectorAll('#channels tbody tr').length === 5
      && document.querySelectorAll('#channels td.good').length === 5);
}

async function curvesOfTheWholeRun(page) {
  await shown(page, 'profit from before the page was opened', () => view.curves[0].length > 3
    && view.curves[0][0] < performance.timeOrigin / 1000 && document.querySelector('#equity canvas') !== null);
  await shown(page, 'profit in its currency', () => document.getElementById('equity-currency').textContent === 'USD');
  await shown(page, 'events in the ring', () => document.querySelector('#pressure canvas') !== null);
}

async function orderIsFilledAndExplained(page) {
  await shown(page, 'an order appears and is filled',
    () => [...document.querySelectorAll('#orders td.good')].some(cell => cell.textContent === 'FILLED'));
  await shown(page, 'a line of the log about it',
    () => [...document.querySelectorAll('#log li')].some(line => line.textContent.includes('FILLED')));
  await page.click('#orders tbody tr:has-text("FILLED") button:has-text("Story")');
  await shown(page, 'its story', () => /INTENT|intent|left/.test(document.getElementById('story-text').textContent));
  await page.keyboard.press('Escape');
}

async function faultTurnsAChannelRed(page) {
  await fault('muted channel=ticker symbol=tETHUSD lasts=8s');
  await shown(page, 'the channel is red, and says why',
    () => [...document.querySelectorAll('#channels tr')].some(row =>
      row.textContent.includes('ETHUSD') && row.querySelector('td.bad') !== null
        && /stale/.test(row.querySelector('td.bad').textContent)));
  await page.screenshot({path: path.join(pictures, 'fault.png')});
  await shown(page, 'the channel is well again',
    () => document.querySelectorAll('#channels td.good').length === 5);
}

async function killWorks(page) {
  await page.focus('#kill'); // by the keyboard alone
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#halt'), false, 'nothing is done without a yes');
  await page.focus('#kill');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await shown(page, 'trading is halted', () => !document.getElementById('halt').hidden);
  await page.click('#resume');
  await page.fill('#ask-input', '0');
  await page.keyboard.press('Enter');
  await shown(page, 'trading goes on', () => document.getElementById('halt').hidden);
}

async function strategyIsStoppedStartedAndSet(page) {
  for (const verb of ['stop', 'start']) {
    await page.click(`#strategies button:text-is("${verb}")`);
    await page.click('#ask-yes');
    await shown(page, 'the strategy after ' + verb, running =>
      (document.querySelector('.strategy span').textContent === 'running') === running, verb === 'start');
  }
  await page.click('#strategies button:text-is("set")');
  const now = await page.inputValue('#ask-input');
  assert.match(now, /fast=3/, 'the dialog has the parameters as they are');
  await page.fill('#ask-input', now.replace('fast=3', 'fast=4'));
  await page.keyboard.press('Enter');
  await shown(page, 'the new parameter', () => /fast=4/.test(document.querySelector('.strategy').textContent));
  await shown(page, 'profit of the strategy', () => /realised/.test(document.querySelector('.strategy').textContent));
}

async function dialogFits(page, what) {
  const box = await page.evaluate(() => document.getElementById('ask').getBoundingClientRect().toJSON());
  assert.ok(box.left >= 0 && box.right <= 360, `the dialog to ${what} fits 360 px: ${JSON.stringify(box)}`);
}

// With a phone's width: each command asks first.
async function channelIsTakenAndLeft(page) {
  await page.setViewportSize({width: 360, height: 900});
  await page.fill('#channel', 'trades ETHUSD');
  await page.click('#subscribe button');
  await dialogFits(page, 'subscribe');
  await page.click('#ask-yes');
  const sixth = '#channels tbody tr:has-text("trades ETHUSD")';
  await page.waitForSelector(sixth + ' td.good', {timeout: 60_000});
  await page.click(sixth + ' button');
  await dialogFits(page, 'leave');
  await page.click('#ask-yes');
  await shown(page, 'a channel that was left is grey, cannot be left again, and counts no more', () =>
    [...document.querySelectorAll('#channels tbody tr.dim')].some(row => row.textContent.includes('trades ETHUSD')
      && row.querySelector('td.bad') === null && row.querySelector('button').hidden)
      && document.getElementById('channels-count').textContent === '5');
  await page.setViewportSize({width: 1400, height: 1000});
}

// A row that is drawn anew in between keeps the focus, and a slow click.
async function buttonsStay(page) {
  for (const button of ['#channels tbody button', '#strategies button', '#orders tbody button']) {
    await page.evaluate(what => { window.held = document.querySelector(what); window.held.focus(); }, button);
    await page.waitForTimeout(2_500);
    assert.ok(await page.evaluate(() => document.activeElement === window.held), button + ' keeps the focus');
  }
  await page.hover('#channels tbody button >> nth=0');
  await page.mouse.down();
  await page.waitForTimeout(1_500);
  await page.mouse.up();
  await shown(page, 'a slow click counts', () => document.getElementById('ask').open);
  await page.keyboard.press('Escape');
}

// Orders that a person might cancel are told by hand: the strategy's are filled at once.
async function openOrdersAreAllShown(page) {
  const counts = await page.evaluate(() => {
    const was = view.orders;
    const order = (id, open) => Object.assign({}, was[0], {id: String(id), open, status: open ? 'ACTIVE' : 'FILLED'});
    view.orders = Array.from({length: 255}, (each, i) => order(i, true))
      .concat(Array.from({length: 200}, (each, i) => order(1_000 + i, false)));
    drawOrders();
    const rows = [...document.querySelectorAll('#orders tbody tr')];
    const isOpen = row => !row.querySelectorAll('button')[1].hidden;
    const told = [rows.filter(isOpen).length, rows.findIndex(row => !isOpen(row))];
    view.orders = was;
    drawOrders();
    return told;
  });
  assert.deepEqual(counts, [255, 255], 'every open order is shown, before those that have ended');
}

async function orderIsCanceled(page) {
  let asked = null;
  await page.route('**/api/command', route => {
    asked = route.request().postDataJSON().line;
    return route.continue();
  });
  await page.evaluate(() => { cancel('1'); }); // what the button does; it waits for the dialog
  await page.setViewportSize({width: 360, height: 900});
  await dialogFits(page, 'cancel');
  await page.click('#ask-yes');
  await shown(page, 'the engine has heard of the cancel',
    () => [...document.querySelectorAll('#log li')].some(line => line.textContent.includes('asks for: cancel 1')));
  assert.equal(asked, 'cancel 1');
  await page.unroute('**/api/command');
  await page.setViewportSize({width: 1400, height: 1000});
}

async function lostEngineIsTold(page) {
  process.kill(Number(engine));
  await shown(page, 'no engine', () => document.getElementById('session').textContent === 'no engine');
  assert.match(await page.textContent('#old'), /figures are old/);
  assert.ok(await page.evaluate(() => document.body.classList.contains('old')), 'prices are marked');
  await page.click('#kill');
  await page.click('#ask-yes');
  await shown(page, 'a command without an answer',
    () => /no answer: it may have been taken or not/.test(document.getElementById('told-text').textContent));
  // another engine, which knows no session of the one before
  const next = http.createServer((request, answer) => answer.writeHead(401).end()).listen(new URL(home).port);
  await shown(page, 'a new link is needed', () => /open a new link/.test(document.getElementById('old').textContent));
  next.closeAllConnections();
  next.close();
}

async function fits(page, width) {
  await page.setViewportSize({width, height: 900});
  await page.waitForTimeout(600); // charts follow with the next turn
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `at ${width} px the page is ${wide} px wide`);
  console.log(`seen: it fits ${width} px`);
}

async function takePictures(page) {
  await shown(page, 'orders to look at', () => document.querySelectorAll('#orders tbody tr').length >= 8);
  for (const [name, width, scheme] of [['light', 1400, 'light'], ['dark', 1400, 'dark'], ['small', 360, 'dark']]) {
    await page.emulateMedia({colorScheme: scheme});
    await fits(page, width);
    await page.screenshot({path: path.join(pictures, name + '.png'), fullPage: name !== 'small'});
  }
  await fits(page, 3840);
}

// The page of a backtest is a file that asks for nothing, in the light and in the dark.
async function backtestIsSeen(browser) {
  const page = await browser.newPage({viewport: {width: 1000, height: 900}});
  watch(page);
  await page.goto('file://' + backtest);
  await shown(page, 'the charts of a backtest', () => document.querySelectorAll('svg').length >= 3);
  for (const width of [360, 1000]) await fits(page, width);
  await page.screenshot({path: path.join(pictures, 'backtest.png')});
  await page.close();
}

(async () => {
  const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
  try {
    await tokenIsAskedFor(browser);
    const page = await browser.newPage({viewport: {width: 1400, height: 1000}});
    watch(page);
    await page.goto(link);
    await pricesMove(page);
    await orderIsFilledAndExplained(page);
    await curvesOfTheWholeRun(page);
    await takePictures(page);
    await page.setViewportSize({width: 1400, height: 1000});
    await faultTurnsAChannelRed(page);
    await buttonsStay(page);
    await openOrdersAreAllShown(page);
    await strategyIsStoppedStartedAndSet(page);
    await channelIsTakenAndLeft(page);
    await orderIsCanceled(page);
    await killWorks(page);
    await backtestIsSeen(browser);
    const again = await browser.newPage();
    assert.equal((await again.goto(link)).status(), 401, 'a link lets one browser in');
    assert.deepEqual(wrong, []);
    await lostEngineIsTold(page); // last: the browser complains of what it does not reach
    console.log('all seen');
  } finally {
    await browser.close();
  }
})().catch(error => {
  console.error(error);
  process.exit(1);
});
