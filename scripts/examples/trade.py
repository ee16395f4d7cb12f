# Sells on the venue of "scripts/hayate venue" over REST: Python 3, no packages.
import hashlib
import hmac
import json
import time
import urllib.request


def call(path, **body):
    text = json.dumps(body)
    nonce = str(time.time_ns() // 1000)
    signed = f"/api/v2/{path}{nonce}{text}".encode()
    headers = {
        "Content-Type": "application/json",
        "bfx-apikey": "demo-key-2",
        "bfx-nonce": nonce,
        "bfx-signature": hmac.new(b"demo-secret-2", signed, hashlib.sha384).hexdigest(),
    }
    url = "http://127.0.0.1:8765/v2/" + path
    with urllib.request.urlopen(urllib.request.Request(url, text.encode(), headers)) as answer:
        return json.load(answer)


answer = call("auth/w/order/submit", type="EXCHANGE MARKET", symbol="tBTCUSD", amount="-0.01")
print(answer[6], answer[7])
for kind, currency, balance, *_ in call("auth/r/wallets"):
    print(kind, currency, balance)
