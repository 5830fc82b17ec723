import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { makeLanKeyPair } from '../sync/raw-keys.ts'
import { lanCertificate } from './certificate.ts'
import { type Door, dial, listen } from './lan-door.ts'
import { SameKey } from './same-key.ts'

const certificate = lanCertificate(makeLanKeyPair())
const end = new AbortController()
let door: Door | null = null
afterEach(() => door?.close())

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** One end calls the other over a real line; what each takes the other for. */
async function call(caller: SameKey, callee: SameKey) {
  const [host, port] = ['127.0.0.1', await freePort()]
  const calleeSays = new Promise<boolean>((resolve) => {
    const onCaller = (socket: TLSSocket) => void callee.answer(socket).then(resolve)
    void listen({ host, port, certificate, onCaller }).then((opened) => {
      door = opened
    })
  })
  const line = await waited(() => dial({ host, port }, certificate, end.signal))
  return { caller: await caller.ask(line.socket), callee: await calleeSays }
}

/** The door may open a moment later. */
async function waited<T>(ask: () => Promise<T | null>): Promise<T> {
  return (await ask()) ?? waited(ask)
}

test('a program that calls its own door takes it for itself, and the door takes it so', async () => {
  const self = new SameKey()
  expect(await call(self, self)).toEqual({ caller: false, callee: false })
})

test('two programs with one key take each other for copies, at both ends', async () => {
  expect(await call(new SameKey(), new SameKey())).toEqual({ caller: true, callee: true })
})
