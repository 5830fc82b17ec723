// `npm run pack`: the program as it is shipped, unpacked for this Linux, in out/pack/shipped; and beside it the same for the tests, which differs by the
// inspect fuse alone.
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { packApp } from './pack-app.ts'

const { shipped, forTests } = await packApp({ out: join(root, 'out', 'pack') })
process.stdout.write(`${shipped}\n${forTests}\n`)
