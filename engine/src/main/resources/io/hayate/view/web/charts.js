'use strict';

// The charts, by uPlot.
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
