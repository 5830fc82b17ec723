import { expect, test, vi } from 'vitest'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000 })

/** As after the server was started again with another pack. */
function putInForce(city: City, pack: RegionPack): void {
  Object.assign(city.server.centre, { region: pack })
}

test('rules that the city changed reach a desk that was enrolled before, and every act after that names them', async () => {
  const city = await City.found()
  const { region } = city.server.centre
  const scope = await city.office(2)
  const line = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(line.url, scope, await city.enrolmentCode(scope))
  const inForce = () => desk.region()
  expect(await inForce()).toMatchObject({ version: region.version, pin: { tries: region.pin.tries } })

  const pin = { ...region.pin, tries: region.pin.tries + 2 }
  putInForce(city, { ...region, version: region.version + 1, pin })
  line.break('/v1/region-pack', { kind: 'cut', afterBytes: 60 })
  await desk.restart()
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await inForce()).toMatchObject({ version: region.version })
  line.mend()
  await desk.restart()
  await desk.round()
  expect(await inForce()).toMatchObject({ version: region.version + 1, pin })
  await desk.handOver(cardId(scope, 1))
  const { envelope } = await desk.store.read.selectFrom('command').select('envelope').executeTakeFirstOrThrow()
  expect(JSON.parse(envelope)).toMatchObject({ policyVersion: region.version + 1 })

  // Neither a pack that cannot be read nor an older one takes its place.
  for (const other of [{ ...region, version: region.version + 9, limits: null }, region]) {
    putInForce(city, other as unknown as RegionPack)
    await desk.restart()
    expect(await desk.round()).toMatchObject({ ok: true })
    expect(await inForce()).toMatchObject({ version: region.version + 1, pin })
  }
  await desk.close()
  await line.close()
  await city.close()
})
