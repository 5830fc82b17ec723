import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { regionPackFrom } from '../../electron/engine/sync/region-pack.ts'
import { root } from '../fixtures/root.ts'

const read = regionPackFrom(JSON.parse(readFileSync(join(root, 'resources/regions/surabaya.json'), 'utf8')))
if (!read) throw new Error('the region pack of the repository is none')
/** The city's pack that comes with the program. */
export const seedRegion = read
