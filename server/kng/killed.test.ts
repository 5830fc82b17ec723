import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { ADevice } from '../testing/a-device.ts'
import { AKng } from '../testing/a-kng.ts'
import { AProgram } from '../testing/a-program.ts'

// Real processes open real databases, and other work may share the machine.
vi.setConfig({ testTimeout: 600_000 })

const scope = '3578101003'
const adminToken = 'token-of-tests'
const folder = mkdtempSync(join(tmpdir(), 'loket-kng-'))
const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<string> {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  await new Promise((resolve) => taken.close(resolve))
  return String(typeof address === 'object' ? address?.port : 0)
}

/** A centre whose process is killed at a place and started again by itself. */
class MortalCentre {
  readonly #env: Readonly<Record<string, string>>
  #program: AProgram
  kills = 0

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env
    this.#program = AProgram.server(env)
    opened.push({ close: () => this.#program.kill('SIGKILL') })
  }

  serves = () => this.#program.serves()

  async kill(): Promise<void> {
    this.kills += 1
    await this.#program.kill('SIGKILL')
    this.#program = AProgram.server(this.#env)
    await this.#program.serves()
  }
}

const enrolmentCode = async (url: string): Promise<string> => {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ scope })
  const answer = await fetch(`${url}/v1/admin/enrolment-codes`, { method: 'POST', headers, body })
  const { code }: { code: string } = await answer.json()
  return code
}

/** Until it is so; the time of the test is the limit. */
async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20))
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a centre that is killed at every point of its exchange with KNG loses nothing and does nothing twice', async () => {
  const { code } = await AProgram.simulate(
    ...['--cards', '1', '--no-verifiers', '--server-data', join(folder, 'data'), '--out', join(folder, 'out')],
  ).ended
  expect(code).toBe(0)
  const kng = await AKng.open(() => new Date())
  opened.push(kng)
  const { url, token } = kng.address
  const port = await freePort()
  const centre = new MortalCentre({
    ...{ LOKET_SERVER_DATA: join(folder, 'data'), LOKET_ADMIN_TOKEN: adminToken, PORT: port },
    ...{ KNG_URL: url, KNG_TOKEN: token, KNG_EVERY_SECONDS: '0.1' },
  })
  const desk = await ADevice.enrol(await centre.serves(), await enrolmentCode(`http://127.0.0.1:${port}`))
  /** Once before KNG did it and once after, with the answer on its way. */
  const killAt = (point: RegExp) => {
    kng.when(point, 'before', () => centre.kill())
    kng.when(point, 'after', () => centre.kill())
  }
  killAt(/^POST .v1.applications$/)
  killAt(/^PUT .*documents/)
  const document = randomBytes(5000)
  const requirements = { 'old-kk': { how: 'upload' as const, documents: [sha256Of(document)] } }
  const fact = aFiledApplication({
    ...{ service: 'KK-RUSAK', collectionUnit: null, requirements, answers: {}, deviceCode: desk.identity.deviceCode },
    kitir: { kitirId: 'kt-1', number: `L-${scope}-01-000001`, code: 'LKT1:X', pinVerifier: 'v' },
  })
  await desk.put(document)
  expect(await desk.verdicts(desk.command('application.file', fact))).toMatchObject([{ kind: 'applied' }])
  const filing = async () =>
    (await desk.copy()).rows.find(({ entity, id }) => entity === 'filing' && id === 'f-1')?.row as unknown as Filing
  await until(() => centre.kills === 4)
  killAt(/^GET .v1.steps/)
  killAt(/^GET .v1.results/)
  while ((await kng.kng.step()) > 0);
  await until(async () => (await filing().catch(() => null))?.results.length === 1)
  expect(centre.kills).toBe(8)
  const { status, steps, kngNumber } = await filing()
  expect([status, kngNumber]).toEqual(['SELESAI', kng.course('f-1').kngNumber])
  expect(steps.map((step) => step.status)).toEqual([
    ...['DIAJUKAN', 'VERIFIKASI', 'VALIDASI', 'TTE', 'SIAP_UNDUH', 'SELESAI'],
  ])
  const figures = await fetch(`http://127.0.0.1:${port}/v1/admin/kng`, {
    headers: { authorization: `Bearer ${adminToken}` },
  })
  expect(await figures.json()).toMatchObject({ waiting: 0, refused: 0 })
})
