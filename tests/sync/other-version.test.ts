import { expect, test, vi } from 'vitest'
import { protocolVersion } from '#shared/contract/sync/protocol.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000 })

test('a centre that no longer speaks the version of the program says so; work goes on, and all of it is sent once the program is brought up to date', async () => {
  const city = await City.found()
  const scope = await city.office(2)
  const line = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(line.url, scope, await city.enrolmentCode(scope))
  await desk.round()

  const version = `x-loket-protocol: ${protocolVersion}`
  line.break('/v1/', { kind: 'say', instead: version, text: version.replace(/\d$/, '1') })
  await desk.handOver(cardId(scope, 1))
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'protocol-too-old' } })
  expect(await desk.sync.control.status()).toMatchObject({
    connection: { state: 'offline', fault: { code: 'protocol-too-old' } },
  })
  await desk.handOver(cardId(scope, 2))
  expect(await desk.commands()).toMatchObject({ waiting: 2 })

  line.mend()
  expect(await desk.round()).toMatchObject({ ok: true, value: { sent: 2 } })
  expect(await desk.commands()).toMatchObject({ waiting: 0 })
  await desk.close()
  await line.close()
  await city.close()
})
