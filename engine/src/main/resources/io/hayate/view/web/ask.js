'use strict';

// What a person asks for: each asks first, and tells what became of it.
// What cannot be known is not called a failure: a request without an answer may have done its work.
async function post(path, body) {
  try {
    const answer = await fetch(path, {method: 'POST', headers: {'content-type': 'application/json'},
      body: JSON.stringify(body), signal: AbortSignal.timeout(10_000)});
    const text = await answer.text();
    return answer.ok ? JSON.parse(text) : {refused: answer.status + ': ' + text.trim()};
  } catch (e) {
    return {refused: 'no answer: it may have been taken or not'};
  }
}

// Tells what became of a request in a line under the head, which stays until it is closed, and in the log.
function tell(text, isBad) {
  $('told-text').textContent = text;
  $('told').className = isBad ? 'bad' : '';
  $('told').hidden = false;
  say(Date.now(), isBad ? 'error' : 'info', text);
}
$('told-close').addEventListener('click', () => { $('told').hidden = true; });

async function command(line) {
  const {said, refused} = await post('/api/command', {line});
  if (refused) tell(line + ': ' + refused, true);
  else if (said) tell(line + ': ' + said, false);
  return !refused;
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
    if (await command('subscribe ' + channel)) $('channel').value = '';
  }
});
async function explain(id) {
  try {
    const answer = await fetch('/api/explain?order=' + encodeURIComponent(id), {signal: AbortSignal.timeout(10_000)});
    const text = await answer.text();
    if (!answer.ok) throw new Error(answer.status + ': ' + text.trim());
    $('story-title').textContent = 'Order ' + id;
    $('story-text').textContent = text;
    $('story').showModal();
  } catch (e) {
    tell('the story of order ' + id + ' is not to be had: ' + e.message, true);
  }
}
async function cancel(id) {
  if (await confirmed('Cancel', 'Order ' + id + ' is to be canceled.')) await command('cancel ' + id);
}
async function strategy(name, verb) {
  if (verb === 'set') {
    const own = view.state && view.state.strategies.find(each => each.name === name);
    const now = Object.entries(own && own.parameters || {}).map(([key, value]) => key + '=' + value).join(' ');
    const given = await confirmed('New parameters of ' + name, 'KEY=VALUE, with blanks between:', now);
    if (given) await command('strategy ' + name + ' set ' + given);
  } else if (await confirmed(verb === 'stop' ? 'Stop' : 'Start', 'Strategy ' + name)) {
    await command('strategy ' + name + ' ' + verb);
  }
}
async function leave(channel) {
  if (await confirmed('Unsubscribe', channel)) await command('unsubscribe ' + channel);
}
