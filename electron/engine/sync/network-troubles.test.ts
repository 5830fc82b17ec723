import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { ProxyAddress } from './centre-agent.ts'
import { refuseTrouble, requireType } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { openExchange, usualDeadlines } from './exchange.ts'
import { isInNetwork, withoutNetwork } from './local-network.ts'

const open: (Server | TcpServer)[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function portOf(server: Server | TcpServer): Promise<number> {
  open.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A real proxy that answers every CONNECT with this line. */
const proxyThatSays = async (line: string): Promise<ProxyAddress> => {
  const server = createServer()
  server.on('connect', (_request, socket: Duplex) => socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\n\r\n`))
  return { host: '127.0.0.1', port: await portOf(server) }
}

/** A port where nothing listens. */
async function deadPort(): Promise<number> {
  const server = createTcp().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What a question to the centre comes to, as a person would be told. */
async function told(serverUrl: string, proxy: ProxyAddress | null = null) {
  const { signal } = new AbortController()
  const exchange = openExchange({ serverUrl, proxy, authority: null, deadlines: usualDeadlines, signal })
  try {
    return await exchange({ method: 'GET', path: '/v1/sync/changes' }, async (answer) => {
      await refuseTrouble(answer)
      requireType(answer, /json/)
      return 'answered'
    })
  } catch (cause) {
    return cause instanceof CentreTrouble ? `${cause.code} ${cause.reason} ${cause.status}` : String(cause)
  } finally {
    exchange.close()
  }
}

test('a proxy that wants to know who asks is told apart from one that refuses, and from one that is not there', async () => {
  const centre = 'http://pusat.example'
  expect(await told(centre, await proxyThatSays('407 Proxy Authentication Required'))).toBe(
    'proxy-sign-in unreachable 0',
  )
  expect(await told(centre, await proxyThatSays('403 Forbidden'))).toBe('proxy-refused unreachable 0')
  expect(await told(centre, { host: '127.0.0.1', port: await deadPort() })).toBe('proxy-unreachable unreachable 0')
})

test('a portal that leads to its own page, and one that answers with it, are no answer of the centre', async () => {
  const redirecting = createServer((_, answer) => answer.writeHead(302, { location: 'http://masuk.example/' }).end())
  const answering = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<h1>Masuk</h1>'))
  expect(await told(`http://127.0.0.1:${await portOf(redirecting)}`)).toBe('centre-unreadable redirect 302')
  expect(await told(`http://127.0.0.1:${await portOf(answering)}`)).toBe('centre-unreadable html 200')
})

test('somebody who answers without TLS in place of the centre is not believed', async () => {
  const portal = createServer((_, answer) => answer.end('<h1>Masuk</h1>'))
  portal.on('clientError', (_cause, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  expect(await told(`https://127.0.0.1:${await portOf(portal)}`)).toBe('certificate-untrusted certificate 0')
})

test('a centre that is down is not the network, and a name that leads nowhere is the name server', async () => {
  expect(await told(`http://127.0.0.1:${await deadPort()}`)).toBe('centre-down unreachable 0')
  // Where no name server can be asked at all, that is what it says.
  expect(await told('http://pusat.invalid')).toMatch(/^(name-unknown|internet-down) unreachable 0$/)
})

const cable = (address: string) => ({ eth0: [{ address, internal: false } as never] })

test('without a cable or Wi-Fi it is not the internet that is down', () => {
  const loopback = { lo: [{ address: '127.0.0.1', internal: true } as never] }
  const fault = { code: 'internet-down' as const, details: { reason: 'unreachable', status: 0 } }
  expect(isInNetwork({ ...loopback, ...cable('192.168.1.20') })).toBe(true)
  for (const nowhere of [loopback, cable('169.254.3.4'), cable('fe80::1')]) {
    expect(isInNetwork(nowhere)).toBe(false)
    expect(withoutNetwork(fault, nowhere)).toEqual({ ...fault, code: 'no-network' })
  }
  expect(withoutNetwork(fault, cable('10.0.0.2'))).toEqual(fault)
  expect(withoutNetwork({ code: 'centre-down' }, loopback)).toEqual({ code: 'centre-down' })
})
