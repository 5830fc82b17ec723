import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'
import {
  signedManifest,
  updateFileName,
  updateFilePath,
  updateManifestPath,
  updatePlatform,
} from '#shared/contract/update/manifest.ts'
import type { Centre } from '../centre.ts'
import { invalid, notFound } from '../problem.ts'
import { readManifest, readPart } from '../updates/releases.ts'
import { byDevice, refusals, typed } from './route.ts'

/** New versions of the program, from the folder that `LOKET_UPDATES_DIR` names; without one there are none. */
export function updateRoutes(app: FastifyInstance, { updatesDir }: Centre): void {
  const folder = () => {
    if (updatesDir === null) throw notFound()
    return updatesDir
  }
  typed(app).get(
    updateManifestPath(':platform'),
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'The newest release for a platform, signed by who made it',
        security: byDevice,
        params: z.object({ platform: updatePlatform }),
        response: { 200: signedManifest, ...refusals, 404: problem },
      },
    },
    ({ params }) => readManifest(folder(), params.platform),
  )
  typed(app).get(
    updateFilePath(':platform', ':name'),
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'Part of the file of a release: range is needed, and answered with at most 1 MiB',
        security: byDevice,
        params: z.object({ platform: updatePlatform, name: updateFileName }),
      },
    },
    async ({ params, headers }, reply) => {
      const part = await readPart(join(folder(), params.platform, params.name), rangeOf(headers.range))
      const last = part.from + part.bytes.length - 1
      return reply
        .code(206)
        .header('content-range', `bytes ${part.from}-${last}/${part.size}`)
        .type('application/octet-stream')
        .send(part.bytes)
    },
  )
}

/** One range with both ends. Throws 400 `invalid`: a file of a hundred megabytes is not answered at once. */
function rangeOf(range: string | undefined): { readonly from: number; readonly to: number } {
  const match = /^bytes=(\d{1,10})-(\d{1,10})$/.exec(range ?? '')
  const [from, to] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || to < from) throw invalid('range')
  return { from, to }
}
