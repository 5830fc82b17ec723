import type { Mutant } from './mutant.ts'

const door = 'tests/attacks/centre-door.test.ts'

/** Defences of the server's door and of the audit, taken out. */
export const trustMutants: readonly Mutant[] = [
  {
    name: 'any authority that the system trusts may stand before the centre',
    edits: [
      {
        file: 'electron/engine/sync/centre-agent.ts',
        from: 'if (failed || authority === null || isIn(',
        to: 'if (failed || authority !== undefined || isIn(',
      },
    ],
    killedBy: { file: 'tests/sync/authority.test.ts', test: 'an authority that the system trusts' },
  },
  {
    name: 'a path of the page may lead anywhere',
    edits: [
      {
        file: 'electron/main/page-file.ts',
        from: "file.startsWith(folder + sep) && !file.includes('\\u0000')",
        to: 'file.length > 0 && sep',
      },
    ],
    killedBy: { file: 'electron/main/page-file.test.ts', test: 'no spelling of a path leads out of the folder' },
  },
  {
    name: 'whoever asks gets a way to the engine',
    edits: [
      {
        file: 'electron/main/may-have-port.ts',
        from: 'page !== undefined && sender === page && (',
        to: 'page !== undefined || sender === page || (',
      },
    ],
    killedBy: { file: 'electron/main/may-have-port.test.ts', test: 'another window, a frame of another address' },
  },
  {
    name: 'a body may be as large as it likes',
    edits: [{ file: 'server/app.ts', from: 'const bodyLimit = 262_144', to: 'const bodyLimit = 1_000_000_000' }],
    killedBy: { file: door, test: 'a body larger than its route takes is refused' },
  },
  {
    name: 'a cell of a ledger may be a formula',
    edits: [
      {
        file: 'shared/domain/claim/ledger-csv.ts',
        from: '/^[=+\\-@\\t\\r＝＋－＠]/.test(value) ?',
        to: "value === '' ?",
      },
    ],
    killedBy: {
      file: 'tests/attacks/injection.test.ts',
      test: 'no cell of an exported ledger is run by a spreadsheet',
    },
  },
  {
    name: 'the centre does not look whether an entry of an audit is what was hashed',
    edits: [
      {
        file: 'server/sync/accept-audit.ts',
        from: 'if (sha256Hex(entry) !== hash || linkOf(entry)?.seq !== seq)',
        to: 'if (linkOf(entry)?.seq !== seq)',
      },
    ],
    killedBy: {
      file: 'server/audit/audit.test.ts',
      test: 'an entry whose text is not what was hashed shuts its device out',
    },
  },
  {
    name: 'any token administers',
    edits: [
      {
        file: 'server/auth/admin-tokens.ts',
        from: 'adminToken !== null && isEqual(token, adminToken)',
        to: 'adminToken !== null && token !== undefined',
      },
    ],
    killedBy: {
      file: 'server/auth/administrators.test.ts',
      test: 'after twenty wrong tokens the address is told to wait',
    },
  },
  {
    name: 'a printer may be at any share',
    edits: [
      {
        file: 'shared/domain/printing/printer-path.ts',
        from: 'return shares.some((one) => sameShare(one, path))',
        to: 'return shares.length >= 0',
      },
    ],
    killedBy: {
      file: 'electron/engine/usecases/device/printer-paths.test.ts',
      test: 'a printer at a share that the city did not name',
    },
  },
]
