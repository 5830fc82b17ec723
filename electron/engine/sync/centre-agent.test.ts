import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { proxyFromPac } from './centre-agent.ts'
import { openExchange, readBody, usualDeadlines } from './exchange.ts'

test('the first entry of the PAC notation counts', () => {
  expect(proxyFromPac('PROXY proxy.dinas.example:3128; DIRECT')).toEqual({ host: 'proxy.dinas.example', port: 3128 })
  expect(proxyFromPac('DIRECT')).toBeNull()
  expect(proxyFromPac('SOCKS5 127.0.0.1:1080')).toBeNull()
})

test('a question goes through the proxy by CONNECT', async () => {
  const target = createServer((_, answer) => answer.end('from the centre')).listen(0, '127.0.0.1')
  await once(target, 'listening')
  const asked: string[] = []
  const proxy = createServer().listen(0, '127.0.0.1')
  proxy.on('connect', (request, socket) => {
    asked.push(String(request.url))
    const [host, port] = String(request.url).split(':')
    const onward = connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    onward.pipe(socket).pipe(onward)
    socket.on('error', () => onward.destroy())
    onward.on('error', () => socket.destroy())
  })
  await once(proxy, 'listening')
  const serverUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`
  const exchange = openExchange({
    serverUrl,
    proxy: { host: '127.0.0.1', port: (proxy.address() as AddressInfo).port },
    authority: null,
    deadlines: usualDeadlines,
    signal: new AbortController().signal,
  })
  const body = await exchange({ method: 'GET', path: '/' }, (answer) => readBody(answer, 100))
  expect(body.toString()).toBe('from the centre')
  expect(asked).toEqual([serverUrl.slice('http://'.length)])
  exchange.close()
  target.close()
  proxy.close()
})
