import type { Mutant } from './mutant.ts'

const hardTimes = 'tests/sync/hard-times.test.ts'
const held = 'tests/sync/held-together.test.ts'

/** Faults of the engine on the device. */
export const deviceMutants: readonly Mutant[] = [
  {
    name: 'a computer moves before the unsent is sent',
    edits: [
      {
        file: 'electron/engine/sync/move-order.ts',
        from: "...(count > 0 ? (['unsent'] as const) : []),",
        to: "...(count < 0 ? (['unsent'] as const) : []),",
      },
      {
        file: 'electron/engine/sync/move-order.ts',
        from: '(left?.files ?? 0) > 0 ||',
        to: '(left?.files ?? 0) < 0 ||',
      },
    ],
    killedBy: { file: 'tests/sync/move-office.test.ts', test: 'an act that is recorded in the moment before it goes' },
  },
  {
    name: 'a computer that moves keeps the rows of its old office',
    edits: [
      {
        file: 'electron/engine/sync/into-office.ts',
        from: "'counter',\n  'sync_state',",
        to: "'counter',\n  'card',\n  'sync_state',",
      },
    ],
    killedBy: { file: 'tests/sync/move-office.test.ts', test: 'of the old office nothing is left' },
  },
  {
    name: 'a revoked device erases itself before it has the receipt',
    edits: [
      {
        file: 'electron/engine/sync/take-leave.ts',
        from: '  const receipt = await endOrSealAnew(link, last, token)',
        to: `  leaving.mayErase({ deviceName: '', revokedAt, receipt: { sha256: last.sha256, size: last.size, at: revokedAt, signature: '' } })
  const receipt = await endOrSealAnew(link, last, token)`,
      },
    ],
    killedBy: { file: 'tests/sync/revoked.test.ts', test: 'nothing may be erased; the next round' },
  },
  {
    name: 'a repair leaves the outbox behind',
    edits: [
      {
        file: 'electron/engine/rescue/own-tables.ts',
        from: "  'command',\n  'command_about',",
        to: "  'command_about',",
      },
    ],
    killedBy: { file: 'electron/engine/host.test.ts', test: 'a damaged database is told with its ways out' },
  },
  {
    name: 'what was not sent is erased when it is old',
    edits: [
      {
        file: 'electron/engine/keeping/erase-over.ts',
        from: "const overActs = 'WHERE verdict IS NOT NULL AND decided_at < ?",
        to: "const overActs = 'WHERE coalesce(decided_at, at) < ?",
      },
    ],
    killedBy: { file: 'electron/engine/keeping/erase-over.test.ts', test: 'nothing that was not sent is erased' },
  },
  {
    name: 'a backup counts before it was read again',
    edits: [
      {
        file: 'electron/engine/database/backup/copy-database.ts',
        from: '    verifyCopy({ ...from, file: draft, key })\n',
        to: '    void verifyCopy\n',
      },
    ],
    killedBy: {
      file: 'electron/engine/database/backup/take-backup.test.ts',
      test: 'a copy that does not read whole is no backup',
    },
  },
  {
    name: 'the new key alone is kept before the data have it',
    edits: [
      {
        file: 'electron/engine/rescue/renew-key.ts',
        from: '  putInPlace(file, now)\n  if (opens(file, place.key)',
        to: '  await keys.keep(next)\n  putInPlace(file, now)\n  if (opens(file, place.key)',
      },
    ],
    killedBy: { file: 'tests/faults/killed-while-renewing-key.test.ts', test: 'the copy has its name' },
  },
  {
    name: 'a table counts as whole though a page of it is of an earlier moment',
    edits: [
      {
        file: 'electron/engine/database/salvage/table-pages.ts',
        from: '    this.holes = file.mixed',
        to: '    this.holes = false',
      },
    ],
    killedBy: {
      file: 'electron/engine/database/salvage/salvage.test.ts',
      test: 'where the last page that was committed is broken in the log no table counts as whole',
    },
  },
  {
    name: 'a card is reduced of which the centre does not know that it was given',
    edits: [
      {
        file: 'electron/engine/keeping/reduce-cards.ts',
        from: "state = 'handed-over' AND centre = 'recorded'",
        to: "state = 'handed-over'",
      },
      {
        file: 'electron/engine/keeping/reduce-cards.ts',
        from: "AND r.row ->> 'state' = 'handed-over'\n        AND r.row -> 'handedOver' ->> 'at' < ?",
        to: "AND coalesce(r.row -> 'handedOver' ->> 'at', '') < ?",
      },
      {
        file: 'electron/engine/database/projections/base-rows.ts',
        from: 'things.filter((changes) => !changes.some(({ entity, id }) => withCommands.has(',
        to: 'things.filter((changes) => !changes.some(({ entity, id }) => new Set().has(',
      },
    ],
    killedBy: {
      file: 'electron/engine/keeping/reduce-cards.test.ts',
      test: 'of which the centre does not know it, stays whole',
    },
  },
  {
    name: 'the outbox is emptied before the verdict is here',
    edits: [
      {
        file: 'electron/engine/sync/push.ts',
        from: '  const { verdicts } = await link.client.push(',
        to: `  await link.config.store.inTransaction((trx) => remember(trx, 'answered-up-to', batch.at(-1)?.position ?? 0))
  const { verdicts } = await link.client.push(`,
      },
    ],
    killedBy: { file: 'tests/sync/bad-line.test.ts', test: 'an answer to a push cut at any byte' },
  },
  {
    name: 'own acts are not put on top of new rows again',
    edits: [
      {
        file: 'electron/engine/database/projections/base-rows.ts',
        from: 'if (withCommands.has(key)) again.add(key)',
        to: 'void key',
      },
    ],
    killedBy: { file: held, test: 'a new row of a card that was handed over here meanwhile' },
  },
  {
    name: 'an act is acknowledged before it is on the disk',
    edits: [
      {
        file: 'electron/engine/database/connect.ts',
        from: "  'synchronous = FULL',\n",
        to: "  'synchronous = NORMAL',\n",
      },
    ],
    killedBy: { file: 'tests/faults/disk-before-answer.test.ts', test: 'the engine has the hand-over in its log' },
  },
  {
    name: 'a lower version overwrites a higher one',
    edits: [
      {
        file: 'electron/engine/database/projections/base-rows.ts',
        from: 'WHERE excluded.version > version OR',
        to: 'WHERE excluded.version > 0 OR',
      },
    ],
    killedBy: { file: hardTimes, test: 'any order and any repetition of the same changes' },
  },
  {
    name: 'the cursor is stored before its rows',
    edits: [
      {
        file: 'electron/engine/sync/pull.ts',
        from: '    await rememberCursor(trx, scope, page.end)\n    if (page',
        to: '    if (page',
      },
      {
        file: 'electron/engine/sync/pull.ts',
        from: '  const topics = await store.inTransaction(async (trx) => {\n',
        to: `  await store.inTransaction((trx) => rememberCursor(trx, scope, page.end))
  const topics = await store.inTransaction(async (trx) => {
`,
      },
    ],
    killedBy: { file: held, test: 'rows that could not be written are asked for again' },
  },
  {
    name: 'a 410 empties the outbox',
    edits: [
      {
        file: 'electron/engine/sync/pull.ts',
        from: "    const other = cause.problem === 'other-history'\n",
        to: `    const other = cause.problem === 'other-history'
    await link.config.store.inTransaction(async (trx) => {
      await trx.deleteFrom('command').where('verdict', 'is', null).execute()
    })
`,
      },
    ],
    killedBy: { file: hardTimes, test: 'a cursor that the centre folded away' },
  },
  {
    name: 'rows that a new first copy did not see stay',
    edits: [
      {
        file: 'electron/engine/sync/first-copy.ts',
        from: '      await baseRows.sweep(trx, scope, state.epoch)\n',
        to: '',
      },
    ],
    killedBy: { file: hardTimes, test: 'a cursor that the centre folded away' },
  },
  {
    name: 'a first copy that was cut begins anew',
    edits: [
      {
        file: 'electron/engine/sync/first-copy.ts',
        from: '  if (before && !before.complete) return before\n',
        to: '',
      },
    ],
    killedBy: { file: held, test: 'the first copy goes on after the pages that were kept' },
  },
  {
    name: 'an answer that was damaged on the way is applied',
    edits: [
      {
        file: 'electron/engine/sync/damage.ts',
        from: "  if (hash.digest('hex') !== told) throw",
        to: "  if (told === '') throw",
      },
    ],
    killedBy: { file: 'tests/sync/damaged-line.test.ts', test: 'one byte of %s changed in the %s is applied nowhere' },
  },
  {
    name: 'the bytes of a blob are shown unseen',
    edits: [
      {
        file: 'electron/engine/sync/centre-client.ts',
        from: 'if (sha256(bytes) === hash) return bytes',
        to: 'if (hash) return bytes',
      },
    ],
    killedBy: { file: held, test: 'bytes from the centre that are not what their name says' },
  },
  {
    name: 'an entry of the audit does not name its command',
    edits: [
      {
        file: 'electron/engine/sync/audit-chain.ts',
        from: 'commandHash: commandHash ?? null',
        to: 'commandHash: null',
      },
    ],
    killedBy: { file: held, test: 'every act has one entry of the audit' },
  },
  {
    name: 'the clock of the commands goes back with the clock of the PC',
    edits: [
      {
        file: 'electron/engine/sync/hybrid-clock.ts',
        from: '  if (latest > physical) return',
        to: '  if (latest !== physical) return',
      },
    ],
    killedBy: { file: 'electron/engine/sync/hybrid-clock.test.ts', test: 'whatever the clock does' },
  },
  {
    name: 'a command does not name the one before it',
    edits: [
      {
        file: 'electron/engine/sync/outbox.ts',
        from: 'return { seq: seqOf(last.position) + 1, prevHash: last.hash }',
        to: 'return { seq: seqOf(last.position) + 1, prevHash: noHash }',
      },
    ],
    killedBy: { file: hardTimes, test: 'hundreds of hand-overs of days alone arrive once each' },
  },
  {
    name: 'commands that a restored centre lost are not sent again',
    edits: [
      {
        file: 'electron/engine/sync/push.ts',
        from: 'if (seq !== null && seq >= 1 && seq < seqOf(first.position))',
        to: 'if (seq !== null && seq < 0)',
      },
    ],
    killedBy: { file: hardTimes, test: 'a centre restored from an old backup' },
  },
  {
    name: 'the answer to a request is not kept',
    edits: [
      {
        file: 'electron/engine/port/gateway.ts',
        from: '    if (kept)\n      return',
        to: '    if (kept && kept.call !== call.name)\n      return',
      },
    ],
    killedBy: {
      file: 'electron/engine/usecases/handover/record-handover.test.ts',
      test: 'pressing confirm again after a restart',
    },
  },
  {
    name: 'what waits is not signed anew under a new generation',
    edits: [
      {
        file: 'electron/engine/sync/next-generation.ts',
        from: 'const resealed = await resealCommands(trx, { generation, keys: signing, forkAt: asked.fork_at, past })',
        to: 'const resealed = new Map<string, string>()',
      },
    ],
    killedBy: {
      file: 'tests/sync/restored-device.test.ts',
      test: 'a device put back to before two hand-overs takes a new generation',
    },
  },
  {
    name: 'a neighbour on the LAN is believed without its signature',
    edits: [
      {
        file: 'electron/engine/lan/prove-fact.ts',
        from: 'keys.find(({ signingKey }) => isAuthentic(command, signingKey))',
        to: 'keys.find(({ signingKey }) => isAuthentic(command, signingKey) || true)',
      },
    ],
    killedBy: { file: 'tests/lan/trust.test.ts', test: 'only what a device of this office signed is believed' },
  },
]
