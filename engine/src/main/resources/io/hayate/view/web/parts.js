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

// Rows are kept and changed in place: a new one in the place of a button would take focus and clicks with it.
function keyed(parent, list, keyOf, make, update) {
  const old = new Map([...parent.children].map(each => [each.dataset.key, each]));
  const nodes = list.map(item => {
    const key = String(keyOf(item));
    const node = old.get(key) || make(item);
    node.dataset.key = key;
    old.delete(key);
    update(node, item);
    return node;
  });
  old.forEach(gone => gone.remove());
  const held = node => node.isConnected && (node.contains(document.activeElement) || node.matches(':active'));
  nodes.forEach((node, i) => {
    if (held(node)) { // the others go round it
      while (parent.children[i] !== node) parent.append(parent.children[i]);
    } else if (parent.children[i] !== node) {
      parent.insertBefore(node, parent.children[i] || null);
    }
  });
}
const set = (node, key, value) => { if (node[key] !== value) node[key] = value; };
const worded = (node, text, kind) => {
  set(node, 'textContent', text);
  set(node, 'className', kind || '');
};
// The first cells of a row, each [text, kind]; what stands behind them stays.
const fill = (made, cells) => cells.forEach(([text, kind], i) => worded(made.children[i], String(text), kind));
const emptyRow = (count, ...buttons) => {
  const made = row(Array(count).fill(''));
  const last = element('td');
  buttons.forEach(each => last.append(each, ' '));
  made.append(last);
  return made;
};
const button = (text, label, clicked) => {
  const made = element('button', text, 'small');
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.addEventListener('click', clicked);
  return made;
};
