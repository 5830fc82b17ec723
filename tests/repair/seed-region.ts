import { join } from 'node:path'
import { seedRegionOf } from '../../electron/engine/compose.ts'
import { regionPackFrom } from '../../electron/engine/sync/region-pack.ts'
import { root } from '../fixtures/root.ts'

const read = regionPackFrom(await seedRegionOf(join(root, 'resources')))
if (!read) throw new Error('the region pack of the repository is none')
/** The city's pack that comes with the program. */
export const seedRegion = read
