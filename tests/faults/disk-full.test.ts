import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type City, copyCity, type Kitir, makeCity } from '../fixtures/city.ts'
import { beginJob, cardOf, confirmation, jobSteps, papersFor } from '../fixtures/counter-job.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
const place = temporaryFolder('disk-full')
const disk = join(place.path, 'disk')
/** Nothing answers there: the whole test is offline. */
const nowhere = 'http://127.0.0.1:9'
let city: City

beforeAll(async () => {
  if (!mayMount) return
  const template = await makeCity(join(place.path, 'template'), { cards: 24, desks: 1 })
  city = copyCity(template.folder, join(place.path, 'city'))
  mkdirSync(disk)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk])
  if (status !== 0) throw new Error('a small disk could not be mounted')
  cpSync(city.desks[0]?.dataDir ?? '', disk, { recursive: true })
}, 180_000)

afterAll(() => {
  if (mayMount) spawnSync('umount', [disk])
  place.remove()
})

describe.skipIf(!mayMount)('a full disk (needs root on Linux, to mount a tmpfs of 48 MB)', () => {
  test('refuses the hand-over with a clear code, still finds cards, keeps all that was acknowledged, and goes on once there is room', async () => {
    const jobs = readyKitirs().map(beginJob)
    const engine = await EngineLine.start({ dataDir: disk, serverUrl: nowhere })
    try {
      await engine.signIn('rini', 'Loket-demo-2026')
      const recorded: string[] = []
      let code: string | null = null
      for (const job of jobs) {
        await jobSteps['scanning the e-Kitir'](engine, job)
        await jobSteps['checking the PIN'](engine, job)
        if (recorded.length === 1) fillUp()
        const papers = await papersFor(engine, job)
        code = await engine.faultOf('handover.record', confirmation(job, papers), job.requestId)
        if (code) break
        recorded.push(cardOf(job))
      }
      expect(code).toBe('disk-full')
      for (const job of jobs) await jobSteps['scanning the e-Kitir'](engine, job)
      expect(await engine.faultOf('session.sign-in', { username: 'rini', password: 'Loket-demo-2026' })).toBe(
        'disk-full',
      )

      makeRoom()
      const refused = jobs[recorded.length]
      if (!refused) throw new Error('no job was refused')
      await jobSteps['confirming the hand-over'](engine, refused)
      recorded.push(cardOf(refused))
      const states = await Promise.all(recorded.map((cardId) => engine.call('card.get', { cardId })))
      expect(states.map(({ card }) => card.state)).toEqual(recorded.map(() => 'handed-over'))
      const { queue, chainIntact } = await engine.call('sync.overview', {})
      expect({ unsent: queue.length, chainIntact }).toEqual({ unsent: recorded.length, chainIntact: true })
    } finally {
      await engine.stop()
    }
  }, 90_000)
})

function readyKitirs(): readonly Kitir[] {
  return city.kitirs.filter(({ note, kind }) => note === 'ready' && kind === 'ktp-el').slice(0, 8)
}

/** Leaves not one free block. */
function fillUp(): void {
  const free = () => statfsSync(disk).bavail
  for (let part = 0; free() > 0; part++) {
    const blocks = Math.max(1, Math.min(free(), 256))
    try {
      writeFileSync(join(disk, `filler-${part}`), Buffer.alloc(blocks * statfsSync(disk).bsize))
    } catch {
      // It did not fit any more: that is what was wanted.
      break
    }
  }
}

function makeRoom(): void {
  for (const name of readdirSync(disk)) if (name.startsWith('filler-')) rmSync(join(disk, name))
}
