import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Start } from '#shared/contract/shell/start.ts'
import type { StagedUpdate } from './staged-update.ts'

/** Inside the archive, so as safe from change as the code that reads it. */
const about = z.looseObject({ updateKeys: z.array(z.string()).default([]) })

/** What the engine is told of new versions. Nothing where others install this program, or where it was built without anybody's key. */
export function updateTerms(update: StagedUpdate, appPath: string): Pick<Start, 'updates'> {
  if (!update.installsHere) return {}
  const { updateKeys: keys } = about.parse(JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')))
  if (keys.length === 0) return {}
  return { updates: { platform: `${process.platform}-${process.arch}`, keys, failed: update.failedVersion() } }
}
