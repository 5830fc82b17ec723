import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFiling } from '../../electron/engine/testing/a-filing.ts'
import { Centre } from '../fixtures/centre.ts'
import { type City, makeCity, password } from '../fixtures/city.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { Link } from '../fixtures/link.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { textOf } from '../printing/escpos-reader.ts'
import { PrinterSink } from '../printing/printer-sink.ts'

const place = temporaryFolder('killed-pin')
let city: City

beforeAll(async () => {
  city = await makeCity(join(place.path, 'city'), { cards: 24, desks: 1 })
}, 300_000)
afterAll(() => place.remove())

test('killed with SIGKILL while the bytes of the PIN are on their way: somebody is asked, and not printed again by itself', {
  timeout: 120_000,
}, async () => {
  const [desk] = city.desks
  if (!desk) throw new Error('the city has no desk')
  const centre = await Centre.start(join(city.folder, city.serverData))
  const link = await Link.open(desk.centrePort, centre.url)
  const printer = new PrinterSink()
  printer.port = desk.printerPort
  // It takes the bytes and says nothing: the job stays under way.
  printer.behave('stalled')
  await printer.switchOn()
  const start = () => EngineLine.start({ dataDir: desk.dataDir, serverUrl: centre.url })
  let engine = await start()
  try {
    await engine.signIn('rini', password)
    const { draftId } = await engine.call('intake.save-draft', { draftId: null, draft: aFiling })
    const [filed] = (await engine.call('application.file', { draftId })).filed
    const kitirId = filed?.kitirId ?? ''
    await engine.call('ekitir.print', { kitirId, copy: 'citizen', paperPrinter: null })
    await until(engine, kitirId, 'printing')
    const { session } = engine
    await engine.kill()

    printer.behave('good')
    engine = await start()
    engine.session = session
    const { pin, jobs } = await engine.call('ekitir.slip', { kitirId, copy: 'citizen' })
    expect([pin, jobs[0]?.state]).toEqual(['asked', 'unknown'])
    expect(printer.jobs).toEqual([])

    await engine.call('print.retry', { jobId: jobs[0]?.jobId ?? '' })
    const [paper] = await printer.printed(1)
    expect(textOf(paper ?? Buffer.alloc(0)).join('\n')).toMatch(/PIN \d{6}/)
    await until(engine, kitirId, 'printed')
    expect((await engine.call('ekitir.slip', { kitirId, copy: 'citizen' })).pin).toBe('gone')
  } finally {
    await engine.stop()
    await printer.switchOff()
    await link.close()
    await centre.stop()
  }
})

const until = (engine: EngineLine, kitirId: string, state: string) =>
  engine.until('ekitir.slip', { kitirId, copy: 'citizen' }, ({ jobs }) => jobs[0]?.state === state)
