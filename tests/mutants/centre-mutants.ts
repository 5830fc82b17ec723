import type { Mutant } from './mutant.ts'

const accept = 'server/sync/accept-one.ts'
const batch = 'server/sync/accept-batch.ts'
const push = 'server/sync/push.test.ts'

/** Faults of the central server. */
export const centreMutants: readonly Mutant[] = [
  {
    name: 'a computer moves while the centre lacks what it did',
    edits: [
      {
        file: 'server/devices/move-device.ts',
        from: 'if (commands.seq < lastSeq || audit.seq < lastAuditSeq)',
        to: 'if (commands.seq < 0 || audit.seq < lastAuditSeq - lastSeq - 9)',
      },
    ],
    killedBy: { file: 'server/devices/move-device.test.ts', test: 'not while the centre lacks something' },
  },
  {
    name: 'a recovery code made before opens a revoked device',
    edits: [{ file: 'server/auth/recovery.ts', from: " || found.state === 'revoked')", to: ')' }],
    killedBy: { file: 'server/auth/recovery.test.ts', test: 'no code is made for a revoked device' },
  },
  {
    name: 'a revoked device may push',
    edits: [
      {
        file: 'server/auth/device-token.ts',
        from: "if (state !== 'active' && !releasedBy) throw",
        to: "if (state === 'quarantined' && !releasedBy) throw",
      },
    ],
    killedBy: { file: 'server/devices/farewell.test.ts', test: 'it is told of its end by the centre' },
  },
  {
    name: 'changes are numbered by the time, not in commit order',
    edits: [
      {
        file: 'server/sync/write-row.ts',
        from: `    .updateTable('scopes')
    .set({ seq: sql\`seq + \${versions.length}\`, tag })
    .where('scope', '=', scope)
    .returning('seq')
`,
        to: `    .selectFrom('scopes')
    .select(sql<number>\`(extract(epoch from clock_timestamp()) * 1000000)::bigint\`.as('seq'))
    .where('scope', '=', scope)
`,
      },
      { file: 'server/sync/reachable.ts', from: '  if (from > known.seq) throw otherHistory()\n', to: '' },
      {
        file: 'server/sync/changes-page.ts',
        from: '  if (rows[0]?.seq !== from + 1) throw cursorTooOld()\n',
        to: '',
      },
    ],
    killedBy: { file: 'server/sync/commit-order.test.ts', test: 'a transaction that began to write earlier' },
  },
  {
    name: 'the verdict is stored after the transaction of its command',
    edits: [
      {
        file: accept,
        from: "if (rows.length > 0) await insertMany(trx, 'verdicts', rows)",
        to: 'globalThis.afterwards = [...(globalThis.afterwards ?? []), ...rows]',
      },
      {
        file: batch,
        from: "    return await accept(commands, 'try-again')\n",
        to: `    const done = await accept(commands, 'try-again')
    for (const row of globalThis.afterwards.splice(0)) await centre.db.insertInto('verdicts').values(row).execute()
    return done
`,
      },
    ],
    killedBy: {
      file: 'server/sync/poison.test.ts',
      test: 'nothing of a command stays when its verdict cannot be kept',
    },
  },
  {
    name: 'a command that is pushed again is applied again',
    edits: [
      {
        file: batch,
        from: 'const fresh = commands.filter((command) => command.envelope.seq > chain.seq)',
        to: 'const fresh = commands',
      },
      { file: batch, from: '  requireNext(chain, fresh)\n', to: '' },
      {
        file: batch,
        from: 'const again = await verdictsAgain(trx, device, generation, chain.seq, commands)',
        to: 'const again = []',
      },
      { file: accept, from: 'return before\n', to: 'return false\n' },
      {
        file: accept,
        from: "insertMany(trx, 'commands', rows)",
        to: "insertMany(trx, 'commands', rows, 'on conflict do nothing')",
      },
      {
        file: accept,
        from: "insertMany(trx, 'verdicts', rows)",
        to: "insertMany(trx, 'verdicts', rows, 'on conflict do nothing')",
      },
    ],
    killedBy: { file: push, test: 'a hand-over is applied once' },
  },
  {
    name: 'a command is known by its number alone, not by its id',
    edits: [{ file: accept, from: 'return before\n', to: 'return false\n' }],
    killedBy: { file: push, test: 'a command that comes again under another number' },
  },
  {
    name: 'a fact that clashes is refused away',
    edits: [
      {
        file: 'server/sync/apply-command.ts',
        from: "if (verdict === 'refused') return",
        to: "if (verdict !== 'applied') return",
      },
    ],
    killedBy: { file: push, test: 'a second hand-over of one card from another desk is kept' },
  },
  {
    name: 'a fact of somebody who may not is refused away',
    edits: [
      {
        file: 'server/sync/apply-command.ts',
        from: '  const before = cardsIn(rows)\n',
        to: `  const before = cardsIn(rows)
  if (!(await seen(acceptance, command, act, rows)).permitted)
    return { kind: 'refused', code: 'not-permitted', caseId: null, moved: [] }
`,
      },
    ],
    killedBy: { file: push, test: 'a hand-over by somebody who may not is a fact all the same' },
  },
  {
    name: 'a kind of act that the centre does not know is refused away',
    edits: [
      {
        file: 'server/sync/apply-command.ts',
        from: '=> !isActType(type) || isFactType(type)',
        to: '=> isActType(type) && isFactType(type)',
      },
    ],
    killedBy: { file: push, test: 'an act of a kind that is not known yet may be a fact' },
  },
  {
    name: 'commands have no savepoint of their own',
    edits: [
      { file: accept, from: '  await sql`SAVEPOINT one_command`.execute(trx)\n', to: '' },
      { file: accept, from: '    await sql`RELEASE SAVEPOINT one_command`.execute(trx)\n', to: '' },
      { file: accept, from: '    await sql`ROLLBACK TO SAVEPOINT one_command`.execute(trx)\n', to: '' },
    ],
    killedBy: { file: 'server/sync/poison.test.ts', test: 'a hand-over that always fails is kept whole as a conflict' },
  },
  {
    name: 'trouble that passes is judged like trouble that lasts',
    edits: [{ file: accept, from: '    if (!lasts(cause)) throw cause\n', to: '' }],
    killedBy: { file: 'server/sync/poison.test.ts', test: 'trouble of the database (%s) judges nothing' },
  },
  {
    name: 'the signature of a command is not checked',
    edits: [
      {
        file: 'server/sync/verify-command.ts',
        from: "  if (!(await signatureHoldsBeside(key, Buffer.from(pushed.hash, 'hex'), pushed.signature))) return 'bad-signature'\n",
        to: '',
      },
    ],
    killedBy: { file: push, test: 'a command signed with another key quarantines its device' },
  },
  {
    name: 'the hash of a command is not checked',
    edits: [
      {
        file: 'server/sync/verify-command.ts',
        from: "  if (sha256Hex(pushed.envelope) !== pushed.hash) return 'bad-hash'\n",
        to: '',
      },
    ],
    killedBy: { file: push, test: 'a command whose bytes were changed gets no verdict' },
  },
  {
    name: 'the payload is not held against its signed hash',
    edits: [
      {
        file: 'server/sync/verify-command.ts',
        from: "  if (pushed.payload !== null && !isPayloadOf(envelope, pushed)) return 'bad-payload-hash'\n",
        to: '',
      },
    ],
    killedBy: { file: push, test: 'a payload that is not the one signed for' },
  },
  {
    name: 'a hole in the numbers of a device is accepted',
    edits: [
      {
        file: batch,
        from: "    if (envelope.seq !== seq + 1) throw new Problem(409, 'expected-seq', { expectedSeq: seq + 1 })\n",
        to: '',
      },
    ],
    killedBy: { file: push, test: 'a hole in the numbers changes nothing' },
  },
  {
    name: 'another history under a used number is not noticed',
    edits: [{ file: batch, from: "    if (stored.hash !== pushed.hash) throw new Problem(409, 'forked')\n", to: '' }],
    killedBy: { file: push, test: 'a restored backup that writes another history' },
  },
  {
    name: 'a blob is kept without a look at its bytes',
    edits: [{ file: 'server/sync/blob-store.ts', from: 'if (sha256Hex(bytes) === sha256) {', to: 'if (bytes) {' }],
    killedBy: { file: 'server/routes/blobs.test.ts', test: 'bytes that are not what their name says are refused' },
  },
  {
    name: 'a case is settled before its evidence is whole',
    edits: [
      {
        file: 'server/sync/apply-command.ts',
        from: `  if (!(await allWhole(acceptance.trx, evidence)))
    return { kind: 'refused', code: 'evidence-pending', caseId: null, moved: [] }
`,
        to: '',
      },
    ],
    killedBy: { file: 'server/sync/cases.test.ts', test: 'a case is not settled before the photos' },
  },
  {
    name: 'the cursor of a first copy is taken with its last page',
    edits: [
      {
        file: 'server/sync/snapshot-page.ts',
        from: '    cursor: place.cursor,\n',
        to: '    cursor: (await begin(centre, scope)).cursor,\n',
      },
    ],
    killedBy: { file: 'server/sync/pull.test.ts', test: 'what changed before the last page of a first copy' },
  },
  {
    name: 'a row that moves leaves nothing behind in its old scope',
    edits: [
      {
        file: 'server/sync/write-row.ts',
        from: 'return [...left, {',
        to: 'return [...left.slice(left.length), {',
      },
    ],
    killedBy: { file: 'tests/sync/two-desks.test.ts', test: 'a row changed at the centre arrives, and one that moved' },
  },
  {
    name: 'a cursor is believed whatever stands at its place now',
    edits: [
      {
        file: 'server/sync/reachable.ts',
        from: 'comparable ? tag !== here : !sameIncarnation',
        to: '!comparable && !sameIncarnation',
      },
    ],
    killedBy: { file: 'tests/sync/restored-centre.test.ts', test: 'a desk that comes back only after others wrote' },
  },
  {
    name: 'a cursor that was folded away is believed to be of this history',
    edits: [
      {
        file: 'server/sync/reachable.ts',
        from: 'comparable ? tag !== here : !sameIncarnation',
        to: 'comparable && tag !== here',
      },
    ],
    killedBy: { file: 'server/sync/fold-changes.test.ts', test: 'a place that was folded away' },
  },
  {
    name: 'a cursor of before the folding is answered as if nothing were missing',
    edits: [
      {
        file: 'server/sync/reachable.ts',
        from: '  if (from < known.folded_seq) throw cursorTooOld()\n',
        to: '',
      },
      {
        file: 'server/sync/changes-page.ts',
        from: '  if (rows[0]?.seq !== from + 1) throw cursorTooOld()\n',
        to: '',
      },
    ],
    killedBy: { file: 'tests/sync/hard-times.test.ts', test: 'a cursor that the centre folded away' },
  },
  {
    name: 'a question that was damaged on the way is judged',
    edits: [
      {
        file: 'server/check-damage.ts',
        from: "done(isWrong(request, hash.digest('hex')) ? damaged() : null)",
        to: 'done(null)',
      },
    ],
    killedBy: { file: 'tests/sync/damaged-line.test.ts', test: 'one byte of %s changed in the %s is applied nowhere' },
  },
  {
    name: 'changes are folded away under the nose of a device that has not heard them',
    edits: [
      {
        file: 'server/sync/fold-changes.ts',
        from: "  await trx.updateTable('scopes').set({ folded_seq: last.seq }).where('scope', '=', scope).execute()\n",
        to: '',
      },
      {
        file: 'server/sync/changes-page.ts',
        from: '  if (rows[0]?.seq !== from + 1) throw cursorTooOld()\n',
        to: '',
      },
    ],
    killedBy: { file: 'server/sync/fold-changes.test.ts', test: 'what is older than 30 days goes' },
  },
]
