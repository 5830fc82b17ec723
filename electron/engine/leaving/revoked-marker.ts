import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RevokedFile, revokedFile, revokedFileName } from '#shared/contract/shell/revoked-file.ts'
import { writeWhole } from './write-whole.ts'

export const isMarkedRevoked = (dataDir: string): boolean => existsSync(join(dataDir, revokedFileName))

/** Whole or not at all, and on the disk when it returns. */
export const markRevoked = (dataDir: string, said: RevokedFile): void =>
  writeWhole(join(dataDir, revokedFileName), JSON.stringify(said))

/** All is gone. A marker that cannot be read stays as it is: it says enough. */
export function markErased(dataDir: string): void {
  const file = join(dataDir, revokedFileName)
  const said = revokedFile.safeParse(parsed(readFileSync(file, 'utf8'))).data
  if (said) writeWhole(file, JSON.stringify({ ...said, state: 'erased' } satisfies RevokedFile))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
