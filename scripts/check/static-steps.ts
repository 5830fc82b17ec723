import type { Step } from '../steps.ts'

/** Each with what its folder may know: no DOM in the engine, no Node in the page, neither in shared. The last one is all tests and tools. */
const layers = ['shared', 'renderer', 'electron/main', 'electron/preload', 'electron/engine', 'server', '.']
const folders = ['shared', 'electron', 'renderer', 'server']

/** Everything that is known without running the program. */
export const staticSteps: readonly Step[] = [
  {
    name: 'format and lint (biome)',
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  {
    name: 'layers (dependency-cruiser)',
    program: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...folders],
  },
  { name: 'dead code (knip)', program: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  ...layers.map((folder) => ({
    name: `types of ${folder === '.' ? 'tests and tools' : folder} (tsc)`,
    program: 'node_modules/typescript/bin/tsc',
    args: ['-p', folder],
  })),
]
