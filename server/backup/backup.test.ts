import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PushedCommand } from '#shared/contract/sync/protocol.ts'
import { ACentre } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import type { DatabaseKind } from '../testing/databases.ts'
import { clusterFolder, folderIn, OwnCluster, runningTool, tool } from '../testing/own-cluster.ts'
import { ownDatabase } from '../testing/own-database.ts'
import { putBack } from './put-back.ts'
import { takeBackup } from './take-backup.ts'

// Real PostgreSQL, clusters of the test's own among it.
vi.setConfig({ testTimeout: 180_000 })

const on = (databaseUrl: string): DatabaseKind => ({
  name: 'PostgreSQL',
  open: async () => ({ config: { databaseUrl, databaseSchema: 'public' }, drop: async () => {} }),
})

async function database() {
  const made = await ownDatabase()
  onTestFinished(() => made.drop())
  return made
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'loket-backup-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'backup')
}

/** A desk that keeps what it sent, as every device does until the centre has it for good. */
class Desk {
  readonly sent: PushedCommand[] = []
  readonly #device: ADevice
  readonly #centre: ACentre

  constructor(device: ADevice, centre: ACentre) {
    this.#device = device
    this.#centre = centre
  }

  /** Hands a card over and waits for the centre's word. */
  async handOver(id: string): Promise<void> {
    await this.#centre.addCard(id)
    const command = this.#device.handOver(id)
    const [verdict] = await this.#device.verdicts(command)
    expect(verdict?.kind).toBe('applied')
    this.sent.push(command)
  }

  /** Everything again, to another centre that took over. */
  async sendAgain(centre: ACentre) {
    const device = this.#device.movedTo(centre.url)
    await device.signIn()
    return { device, kinds: (await device.verdicts(...this.sent)).map(({ kind }) => kind) }
  }
}

const desksIn = async (centre: ACentre) => new Desk(await centre.device(), centre)

test('a centre is dumped while desks hand over, put back elsewhere, and the desks go on: what came after the dump is sent again and there once', async () => {
  const first = await database()
  const centre = await ACentre.open(on(first.url))
  const desk = await desksIn(centre)
  for (let card = 0; card < 5; card++) await desk.handOver(`before-${card}`)
  const place = folder()
  let stop = false
  const busy = (async () => {
    for (let card = 0; !stop; card++) await desk.handOver(`during-${card}`)
  })()
  const { counts } = await takeBackup(first.url, place, new Date())
  stop = true
  await busy
  for (let card = 0; card < 3; card++) await desk.handOver(`after-${card}`)
  expect(counts.commands).toBeGreaterThanOrEqual(5)
  expect(counts.commands).toBe(counts.verdicts)
  await centre.close()

  const second = await database()
  await putBack(second.url, place, new Date())
  const [before, after] = await Promise.all(
    [first, second].map(({ ask }) => ask<{ incarnation: string }>('SELECT incarnation FROM centre_state')),
  )
  expect(after).not.toEqual(before)
  const restored = await ACentre.open(on(second.url), 'as it is')
  const { kinds, device } = await desk.sendAgain(restored)
  expect(kinds).toHaveLength(desk.sent.length)
  expect(kinds.slice(0, counts.commands)).toEqual(Array.from({ length: counts.commands }, () => 'duplicate'))
  expect(kinds.slice(counts.commands)).not.toContain('duplicate')
  const { rows } = await device.copy()
  expect(rows.filter(({ entity }) => entity === 'handover')).toHaveLength(desk.sent.length)
  await restored.close()
})

/** From then on a commit waits until the archive has it on its disk. */
async function waitForArchive(db: ACentre['server']['centre']['db']): Promise<void> {
  await sql.raw(`ALTER SYSTEM SET synchronous_standby_names = 'loket_archive'`).execute(db)
  await sql`SELECT pg_reload_conf()`.execute(db)
  await vi.waitFor(async () => {
    const { rows } = await sql<{ state: string }>`SELECT sync_state AS state FROM pg_stat_replication`.execute(db)
    expect(rows.map(({ state }) => state)).toContain('sync')
  }, 30_000)
}

test('a damaged backup, a database with something in it and an old backup of that name are refused, and nothing is changed', async () => {
  const first = await database()
  await (await ACentre.open(on(first.url))).close()
  const place = folder()
  await takeBackup(first.url, place, new Date())
  await expect(takeBackup(first.url, place, new Date())).rejects.toThrow('a backup never replaces another one')
  await expect(putBack(first.url, place, new Date())).rejects.toThrow('not empty')
  const second = await database()
  const dump = join(place, 'centre.dump')
  const whole = readFileSync(dump)
  appendFileSync(dump, 'x')
  await expect(putBack(second.url, place, new Date())).rejects.toThrow('damaged')
  writeFileSync(dump, whole)
  expect(await second.ask(`SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([])
  await putBack(second.url, place, new Date())
})

// needs PostgreSQL's server programs; the commands are those of docs/backup.md
test('a machine that is lost with everything on it loses nothing that a desk was told is there: its last write had reached the archive', async () => {
  const { path, remove } = clusterFolder()
  onTestFinished(remove)
  const [data, base, wal] = [folderIn(path, 'data'), folderIn(path, 'base'), folderIn(path, 'wal')]
  const cluster = await OwnCluster.make(data, 20_000 + (process.pid % 10_000))
  onTestFinished(() => cluster.kill())
  const url = cluster.url()
  const centre = await ACentre.open(on(url))
  const desk = await desksIn(centre)
  await desk.handOver('before')
  await tool('pg_receivewal', ['--create-slot', '--slot=loket', `--dbname=${url}`])
  await tool('pg_basebackup', [`--pgdata=${base}`, '--checkpoint=fast', `--dbname=${url}`])
  const archive = runningTool('pg_receivewal', [
    '--synchronous',
    '--slot=loket',
    `--directory=${wal}`,
    `--dbname=${url}?application_name=loket_archive`,
  ])
  onTestFinished(() => void archive.kill('SIGKILL'))
  const { db } = centre.server.centre
  await waitForArchive(db)
  for (let card = 0; card < 12; card++) await desk.handOver(`archived-${card}`)
  await cluster.kill()
  archive.kill('SIGKILL')
  await centre.close().catch(() => undefined)
  rmSync(data, { recursive: true, force: true })
  expect(existsSync(data)).toBe(false)

  writeFileSync(join(base, 'recovery.signal'), '')
  const again = await OwnCluster.start(base, cluster.port + 1, [
    `restore_command=cp "${wal}/%f" "%p" || cp "${wal}/%f.partial" "%p"`,
    'synchronous_standby_names=',
  ])
  onTestFinished(() => again.kill())
  const restored = await ACentre.open(on(again.url()), 'as it is')
  const { kinds } = await desk.sendAgain(restored)
  expect(kinds).toEqual(Array.from({ length: 13 }, () => 'duplicate'))
  await restored.close()
})
