import type { Mutant } from './mutant.ts'

const judge = 'electron/engine/updates/judge-manifest.ts'
const tests = 'tests/updates/update.test.ts'

/** Faults of what stands between a forged version of the program and the desks. */
export const updateMutants: readonly Mutant[] = [
  {
    name: 'the signature of an update is not checked',
    edits: [
      {
        file: judge,
        from: "  if (!isSigned(signed, here.keys)) return { is: 'refused', why: 'signature-wrong' }\n",
        to: '',
      },
    ],
    killedBy: { file: tests, test: 'an update with a wrong signature is refused' },
  },
  {
    name: 'an update to a lower version is taken',
    edits: [
      {
        file: judge,
        from: "  if (!isNewer(manifest.version, here.version)) return { is: 'not-newer', manifest }\n",
        to: '',
      },
    ],
    killedBy: { file: tests, test: 'is not put over 1.1.0, signed or not' },
  },
  {
    name: 'an older word about updates takes the place of a newer one',
    edits: [
      {
        file: judge,
        from: "  if (newestSeen !== null && manifest.issuedAt < newestSeen) return { is: 'refused', why: 'older-word' }\n",
        to: '',
      },
    ],
    killedBy: { file: tests, test: 'yesterday’s word, signed as it is' },
  },
  {
    name: 'the file of an update is not checked',
    edits: [
      {
        file: 'electron/engine/updates/update-folder.ts',
        from: ' && (await sha512Of(path)) === sha512',
        to: '',
      },
    ],
    killedBy: { file: tests, test: 'a file that was changed at the centre is thrown away' },
  },
  {
    name: 'the shell installs a file that was changed after it was checked',
    edits: [
      {
        file: 'electron/main/staged-update.ts',
        from: "      if ((await sha512Of(path)) !== file.sha512) throw new Error('the file is not what was signed')\n",
        to: '',
      },
    ],
    killedBy: { file: 'electron/main/staged-update.test.ts', test: 'a file that was changed since it was checked' },
  },
]
