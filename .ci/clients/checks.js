'use strict'

// Checks with a name each: one line says how it went; the first that fails ends the program.

const WAIT_MS = 20000

let count = 0

const say = (text) => process.stdout.write(`${text}\n`)

const within = (promise, what, waitMs = WAIT_MS) => {
  let timer
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing in ${waitMs} ms`)), waitMs)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

// Runs one check, and says its name and what it found.
const check = async (name, body, waitMs = WAIT_MS) => {
  count++
  try {
    const found = await within(Promise.resolve().then(body), name, waitMs)
    say(`  ok ${count} ${name}${typeof found === 'string' ? ': ' + found : ''}`)
  } catch (e) {
    say(`  FAILED ${count} ${name}: ${e && e.stack ? e.stack : e}`)
    process.exit(1)
  }
}

const require_ = (holds, text) => {
  if (!holds) throw new Error(text)
}

const equal = (found, wanted, what) =>
  require_(found === wanted, `${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)

const near = (found, wanted, what) =>
  require_(Math.abs(found - wanted) < 1e-7, `${what} is ${found}, not ${wanted}`)

// Waits until this holds, and answers what it gives.
const until = async (holds, what) => {
  const end = Date.now() + WAIT_MS
  for (;;) {
    const found = holds()
    if (found) return found
    if (Date.now() > end) throw new Error(`${what}: not in ${WAIT_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const done = () => {
  say(`  ${count} checks passed`)
  process.exit(0)
}

module.exports = { check, equal, near, need: require_, until, done, say }
