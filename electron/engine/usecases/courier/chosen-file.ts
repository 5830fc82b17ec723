import type { FaultCode } from '#shared/contract/errors.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { FileGone, type FileToRead, type FileToSave } from '../ports.ts'

const codes: Record<FileGone['kind'], FaultCode> = {
  'disk-full': 'file-disk-full',
  'read-only': 'file-read-only',
  gone: 'file-gone',
  failed: 'file-gone',
}

/** Asks the person where; null: thought better of it. Faults: file-*. */
export const fileToSave = (deps: Deps, name: string): Answer<FileToSave | null> =>
  asked(async () => (await deps.shell.chosenFiles?.toSave(name)) ?? null)

/** Asks the person which; null: thought better of it. Faults: file-*. */
export const fileToRead = ({ shell }: Pick<Deps, 'shell'>): Answer<FileToRead | null> =>
  asked(async () => (await shell.chosenFiles?.toRead()) ?? null)

async function asked<T>(ask: () => Promise<T>): Answer<T> {
  try {
    return ok(await ask())
  } catch (cause) {
    if (!(cause instanceof FileGone)) throw cause
    return fail(codes[cause.kind])
  }
}
