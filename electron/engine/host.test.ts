import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { backupFolderOf, backupName, listBackups } from './database/backup/backup-folder.ts'
import { takeBackup } from './database/backup/take-backup.ts'
import { connect } from './database/connect.ts'
import { migrations } from './database/migrations.ts'
import { openStore } from './database/open.ts'
import { rows } from './database/sql.ts'
import { EngineHost } from './host.ts'
import type { EnginePort } from './port/engine-port.ts'
import { opens } from './rescue/renew-key.ts'
import { systemIds } from './system.ts'
import { Counter, password } from './testing/counter.ts'
import { FakeClock, KeptFiles, KeptLog } from './testing/fake-world.ts'
import { aCard } from './testing/rows.ts'

// Threads start, and other work may share the machine.
vi.setConfig({ testTimeout: 120_000 })

/** Goes, and from the day of testing/counter.ts: a sign-in without the centre is good for days only. */
const morning = Date.parse(new FakeClock().now()) - performance.now()
const clock = {
  now: () => new Date(morning + performance.now()).toISOString(),
  elapsedMs: () => performance.now(),
}
/** As in testing/counter.ts. */
const key = Buffer.alloc(32, 5)
const cards = ['k-1', 'k-2', 'k-3'].map((id) => aCard(id))
let dataDir: string
let host: EngineHost
let screen: Screen
let log: KeptLog
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loket-host-'))
  log = new KeptLog()
})
afterEach(async () => {
  await host.close()
  rmSync(dataDir, { recursive: true, force: true })
})
const file = () => join(dataDir, 'loket.db')

/** One page's side of the port. */
class Screen implements EnginePort {
  readonly said: Record<string, unknown>[] = []
  #send: (message: unknown) => void = () => {}
  #heard: (() => void)[] = []
  #id = 0
  session: string | null = null

  post(message: unknown): void {
    this.said.push(message as Record<string, unknown>)
    for (const heard of this.#heard.splice(0)) heard()
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#send = listener
  }
  onClose(): void {}
  close(): void {}

  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      await new Promise<void>((heard) => this.#heard.push(heard))
    }
  }

  async #reply(name: CallName, input: unknown): Promise<Record<string, unknown>> {
    const id = ++this.#id
    this.#send({ type: 'call', id, name, input, session: this.session, requestId: systemIds.uuid() })
    return this.until(() => this.said.find((message) => message.type === 'reply' && message.id === id))
  }

  async ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const reply = await this.#reply(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)} ${log.errors.join()}`)
    return reply.value as OutputOf<N>
  }

  /** Code of the refusal. */
  async refused<N extends CallName>(name: N, input: InputOf<N>): Promise<unknown> {
    const reply = await this.#reply(name, input)
    return reply.ok ? 'answered' : (reply.fault as { code: string }).code
  }

  hellos = () =>
    this.said
      .filter(({ type }) => type === 'hello')
      .map(({ fatal }) => (fatal as { code: string } | null)?.code ?? 'open')
  nextHello = (count: number) => this.until(() => this.hellos()[count])

  async signIn(username: string): Promise<void> {
    this.session = (await this.ask('session.sign-in', { username, password })).session
  }
}

/** An enrolled desk with an act that waits, its clerks known here; closed. `afterwards`: before that. */
async function worked(afterwards: (counter: Counter) => Promise<void> = async () => {}): Promise<void> {
  const counter = await Counter.with({ cards })
  for (const name of ['hendra', 'rini']) await counter.signIn(name)
  await counter.synced()
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
  await afterwards(counter)
  await counter.deps.printing.stop()
  await counter.store.close()
  cpSync(counter.dataDir, dataDir, { recursive: true })
  rmSync(counter.dataDir, { recursive: true })
}

let kept: Uint8Array[] = []
const keys = {
  next: async () => {
    kept = [kept[0] ?? key, randomBytes(32)]
    return kept[1] as Uint8Array
  },
  keep: async (one: Uint8Array) => {
    kept = [one]
  },
}

async function start(given: { key?: Uint8Array | null; nextKey?: Uint8Array | null } = {}): Promise<void> {
  kept = [key]
  host = new EngineHost({
    dataDir,
    key,
    keyTrouble: given.key === null ? 'key-file-unreadable' : null,
    nextKey: null,
    keys,
    serverUrl: 'http://127.0.0.1:9',
    resourcesDir: resolve(import.meta.dirname, '../../resources'),
    appVersion: '1.0.0-test',
    insecureKey: true,
    sqliteBinding: undefined,
    enrolCode: undefined,
    checkAnswers: true,
    shell: new KeptFiles(),
    clock,
    ids: systemIds,
    log,
    ...given,
  })
  screen = new Screen()
  host.serve(screen)
  await host.open()
}

function scribble(path: string, from: number, length: number): void {
  const bytes = readFileSync(path)
  randomBytes(length).copy(bytes, from)
  writeFileSync(path, bytes)
}

/** Bytes of a log up to the end of its last but one transaction. */
function endBeforeLastCommit(log: string): number {
  const bytes = readFileSync(log)
  const frame = 24 + 4096
  const ends = Array.from({ length: Math.floor((bytes.length - 32) / frame) }, (_, nth) => 32 + nth * frame)
    .filter((at) => bytes.readUInt32BE(at + 4) > 0)
    .map((at) => at + frame)
  return ends.at(-2) ?? 0
}

const waiting = async () => (await screen.ask('app.status', {})).unsent.count

test('a damaged database is told with its ways out, nothing else is answered, and after the repair the desk goes on with its unsent act', async () => {
  await worked()
  scribble(file(), 0, 4096)
  await start()
  expect(screen.hellos()).toEqual(['database-damaged'])
  expect(await screen.refused('app.status', {})).toBe('engine-restarting')
  expect(await screen.ask('rescue.state', {})).toMatchObject({
    trouble: 'database-damaged',
    ways: ['repair', 'copy-anew', 'open'],
  })
  expect(await screen.ask('rescue.run', { way: 'repair' })).toEqual({
    enrolled: true,
    waiting: 1,
    lost: '',
    lostCount: 0,
    lostFiles: 0,
  })
  expect(await screen.nextHello(1)).toBe('open')
  expect(await waiting()).toBe(1)
  expect(await screen.ask('rescue.state', {})).toMatchObject({ trouble: null, ways: [] })
  expect(listBackups(backupFolderOf(file())).map(({ kind }) => kind)).toEqual(['set-aside'])
  await screen.signIn('rini')
  expect(await screen.ask('card.get', { cardId: 'k-1' })).toMatchObject({
    card: { state: 'handed-over', centre: 'waiting' },
  })
})

test('of a database of which nothing can be read, a backup knows who the device is, and what is missing is named', async () => {
  await worked(async (counter) => {
    await takeBackup({ file: join(counter.dataDir, 'loket.db'), key, sqliteBinding: undefined }, 'daily', clock.now())
    expect(await counter.handOver('k-2')).toMatchObject({ ok: true })
  })
  scribble(file(), 0, statSync(file()).size)
  await start()
  const [backup] = (await screen.ask('rescue.state', {})).backups
  expect(await screen.ask('rescue.run', { way: 'restore', backup: backup?.name })).toEqual({
    ...{ enrolled: true, waiting: 1, lost: '2', lostCount: 1, lostFiles: 0 },
  })
  await screen.nextHello(1)
  await screen.signIn('rini')
  expect((await screen.ask('sync.overview', {})).exceptions).toMatchObject([
    { code: 'acts-lost', details: { numbers: '2' } },
  ])
})

test('a log that lost its end opens without complaint, and the act that was in it is named', async () => {
  await worked(async (counter) => {
    const live = join(dataDir, 'live')
    cpSync(counter.dataDir, live, { recursive: true })
  })
  const live = join(dataDir, 'live')
  for (const name of ['loket.db', 'loket.db-wal', 'loket.db.last', 'loket.db.check'])
    cpSync(join(live, name), join(dataDir, name))
  truncateSync(`${file()}-wal`, endBeforeLastCommit(`${file()}-wal`))
  await start()
  expect(screen.hellos()).toEqual(['open'])
  await screen.signIn('rini')
  expect((await screen.ask('sync.overview', {})).exceptions).toMatchObject([
    { code: 'acts-lost', details: { numbers: '1' } },
  ])
})

test('a supervisor puts a backup back with the password; what was done since is still here, and waits', async () => {
  await worked(async (counter) => {
    await takeBackup({ file: join(counter.dataDir, 'loket.db'), key, sqliteBinding: undefined }, 'daily', clock.now())
    expect(await counter.handOver('k-2')).toMatchObject({ ok: true })
  })
  await start()
  await screen.signIn('rini')
  const name = (await screen.ask('data.state', {})).backups[0]?.name ?? ''
  expect(await screen.refused('data.restore', { backup: name, password })).toBe('not-permitted')
  await screen.signIn('hendra')
  expect(await screen.refused('data.restore', { backup: name, password: 'salah' })).toBe('wrong-password')
  expect(screen.hellos()).toEqual(['open'])
  expect(await screen.ask('data.restore', { backup: name, password })).toMatchObject({
    waiting: 2,
    lostCount: 0,
  })
  expect(await screen.nextHello(1)).toBe('open')
  expect(await waiting()).toBe(2)
  // Nobody has to sign in anew.
  expect(await screen.ask('card.get', { cardId: 'k-2' })).toMatchObject({ card: { state: 'handed-over' } })
})

test('the database and its backups get another key, the centre is to be given it, and the old one opens nothing any more', async () => {
  await worked(async (counter) => {
    await takeBackup({ file: join(counter.dataDir, 'loket.db'), key, sqliteBinding: undefined }, 'daily', clock.now())
    await counter.store.inTransaction(async (trx) => {
      await trx.updateTable('device').set({ key_kept_at: clock.now() }).execute()
    })
  })
  await start()
  await screen.signIn('hendra')
  expect(await screen.ask('data.renew-key', { password })).toEqual({})
  expect(await screen.nextHello(1)).toBe('open')
  expect(await waiting()).toBe(1)
  expect(kept).toHaveLength(1)
  expect(kept[0]).not.toEqual(key)
  await host.close()
  const [renewed] = kept
  const names = ['loket.db', ...listBackups(backupFolderOf(file())).map(({ name }) => join('backups', name))]
  expect(names.length).toBeGreaterThan(1)
  for (const name of names)
    expect([name, opens(join(dataDir, name), key), opens(join(dataDir, name), renewed ?? key)]).toEqual([
      name,
      false,
      true,
    ])
})

test('where the giving of a key cannot end, the desk opens with whichever key fits, what was set aside stays, and the next start ends it', async () => {
  await worked()
  await start()
  await screen.signIn('hendra')
  const keep = vi.spyOn(keys, 'keep').mockRejectedValue(new Error('keys.json cannot be written'))
  expect(await screen.refused('data.renew-key', { password })).toBe('key-not-changed')
  expect(await screen.nextHello(1)).toBe('open')
  expect(await waiting()).toBe(1)
  keep.mockRestore()
  const [, given] = kept
  await host.close()
  await start({ nextKey: given ?? null })
  expect(screen.hellos()).toEqual(['open'])
  expect(await waiting()).toBe(1)
  expect(kept).toEqual([given])
})

test('a damaged file that was set aside outlives the giving of a key: it may be all that is left of an act', async () => {
  await worked()
  const folder = backupFolderOf(file())
  mkdirSync(folder, { recursive: true })
  const aside = join(folder, backupName(clock.now(), 'set-aside'))
  cpSync(file(), aside)
  scribble(aside, 4096 * 3, 4096 * 20)
  await start()
  await screen.signIn('hendra')
  expect(await screen.ask('data.renew-key', { password })).toEqual({})
  expect(opens(aside, key)).toBe(true)
})

test('a backup that tells nothing is not put back, and the desk keeps its rows', async () => {
  await worked()
  const folder = backupFolderOf(file())
  mkdirSync(folder, { recursive: true })
  const name = backupName(clock.now(), 'daily')
  writeFileSync(join(folder, name), randomBytes(4096 * 8))
  await start()
  await screen.signIn('hendra')
  expect(await screen.refused('data.restore', { password, backup: name })).toBe('repair-failed')
  expect(await screen.nextHello(1)).toBe('open')
  const all = { filter: 'all', search: '', sort: 'age', descending: false, offset: 0, limit: 10 } as const
  expect(await screen.ask('card.list', all)).toMatchObject({ total: cards.length })
  expect(await waiting()).toBe(1)
})

/** Changes something in the closed database, as no program does. */
function meddle(sql: string): void {
  const db = connect({ file: file(), key, sqliteBinding: undefined }, false)
  db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

test('tables that the new version cannot change stay as the older version knows them: the screen says so, a copy of before lies beside, and the older version goes on', async () => {
  await worked()
  const latest = migrations.at(-1)?.name ?? ''
  meddle(`DELETE FROM migration WHERE name = '${latest}'`)
  const before = readFileSync(file())
  await start()
  expect(screen.hellos()).toEqual(['update-failed'])
  expect(await screen.ask('rescue.state', {})).toMatchObject({ trouble: 'update-failed', ways: ['open'] })
  expect(await screen.refused('rescue.run', { way: 'copy-anew' })).toBe('not-permitted')
  expect(await screen.ask('rescue.run', { way: 'open' })).toBeNull()
  expect(await screen.nextHello(1)).toBe('update-failed')
  await host.close()
  expect(readFileSync(file()).equals(before)).toBe(true)
  expect(listBackups(backupFolderOf(file())).map(({ kind }) => kind)).toContain('before-update')
  const older = migrations.slice(0, -1)
  const store = await openStore({ file: file(), key, sqliteBinding: undefined, now: clock.now() }, older)
  expect(await rows(store.read, 'SELECT position FROM command WHERE verdict IS NULL')).toHaveLength(1)
  await store.close()
})

test('a database of a newer version is left alone, byte by byte, and the screen says which program is missing', async () => {
  await worked()
  meddle("INSERT INTO migration (name, at) VALUES ('9999-from-the-future', '')")
  const before = readFileSync(file())
  await start()
  expect(screen.hellos()).toEqual(['database-newer'])
  expect(await screen.ask('rescue.state', {})).toMatchObject({ trouble: 'database-newer', ways: [] })
  for (const way of ['repair', 'copy-anew', 'open'] as const)
    expect(await screen.refused('rescue.run', { way })).toBe('not-permitted')
  await host.close()
  expect(readFileSync(file()).equals(before)).toBe(true)
  expect(listBackups(backupFolderOf(file()))).toEqual([])
})

test('without a key the screen is told why, and may bring a recovery code', async () => {
  await worked()
  await start({ key: null })
  expect(screen.hellos()).toEqual(['key-file-unreadable'])
  expect(await screen.ask('rescue.state', {})).toMatchObject({ ways: ['code'] })
  expect(await screen.refused('rescue.run', { way: 'repair' })).toBe('not-permitted')
})

test('while nothing is wrong nobody repairs from outside a session', async () => {
  await worked()
  await start()
  expect(await screen.refused('rescue.run', { way: 'copy-anew' })).toBe('not-permitted')
  expect(await screen.refused('data.repair', { password })).toBe('sign-in-required')
})
