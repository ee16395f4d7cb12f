// Buys on the venue of "scripts/hayate venue" over its socket: node 20 or later, no packages.
import { createHmac } from 'node:crypto'

const socket = new WebSocket('ws://127.0.0.1:8765/ws/2')
const send = message => socket.send(JSON.stringify(message))

socket.onopen = () => {
  const nonce = Date.now() * 1000
  const payload = 'AUTH' + nonce
  const authSig = createHmac('sha384', 'demo-secret').update(payload).digest('hex')
  send({ event: 'auth', apiKey: 'demo-key', authNonce: nonce, authPayload: payload, authSig })
}

socket.onerror = () => console.log('no venue listens there: scripts/hayate venue starts one')

socket.onmessage = ({ data }) => {
  const frame = JSON.parse(data)
  if (!Array.isArray(frame)) {
    console.log(frame.event, frame.status ?? frame.version)
    return
  }
  const [, type, row] = frame
  if (type === 'os') {
    send([0, 'on', null, { type: 'EXCHANGE MARKET', symbol: 'tBTCUSD', amount: '0.01' }])
  } else if (type === 'tu') {
    console.log(`bought ${row[4]} BTC at ${row[5]} USD, fee ${-row[9]} ${row[10]}`)
    socket.close()
  }
}
