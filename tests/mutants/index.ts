// `npm run mutants [-- WORD…]`: puts faults into copies of the program, one at a time, and sees that the named test turns red. With words: those mutants
// whose names hold one of them. Its last line is "N killed, M survived".
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'
import { type TestRun, Tree } from './tree.ts'

/** Copies that work at the same time: as many as the smallest machine has cores. */
const copies = 2

const words = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const trees = Array.from({ length: copies }, (_, index) => Tree.copy(index + 1))
const say = (text: string) => process.stdout.write(`${text}\n`)

/** Each of the jobs once, whichever copy is free. */
async function inTrees<J>(jobs: readonly J[], work: (tree: Tree, job: J) => Promise<void>): Promise<void> {
  const waiting = [...jobs]
  const workAt = async (tree: Tree) => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await work(tree, job)
  }
  await Promise.all(trees.map(workAt))
}

const stateIn = ({ tests }: TestRun, wanted: 'passed' | 'failed'): boolean =>
  tests.some(({ status }) => status === wanted) &&
  (wanted === 'failed' || tests.every(({ status }) => status === 'passed'))

/** Files whose named tests are not green on the program as it stands: nothing they say about a mutant would count. */
async function notGreen(): Promise<ReadonlySet<string>> {
  const files = Map.groupBy(chosen, ({ killedBy }) => killedBy.file)
  const red = new Set<string>()
  await inTrees([...files], async (tree, [file, group]) => {
    const run = await tree.test(file, [...new Set(group.map(({ killedBy }) => killedBy.test))])
    const green = stateIn(run, 'passed')
    say(`${green ? 'green  ' : 'NOT GREEN'} ${file} without a mutant (${run.tests.length} tests)`)
    if (green) return
    red.add(file)
    say(run.output.slice(-3000))
  })
  return red
}

const red = await notGreen()
const survivors: string[] = []
await inTrees(chosen, async (tree, mutant: Mutant) => {
  const { name, killedBy } = mutant
  const began = Date.now()
  const end = (word: string, why = '') => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    say(`${word.padEnd(9)} ${name} (${killedBy.file}, ${seconds} s)${why === '' ? '' : `\n${why}`}`)
    if (word !== 'killed') survivors.push(name)
  }
  if (red.has(killedBy.file)) return end('SURVIVED', 'its test is not green without it')
  try {
    const run = await tree.with(mutant, () => tree.test(killedBy.file, [killedBy.test]))
    if (stateIn(run, 'failed')) return end('killed')
    end(
      'SURVIVED',
      run.tests.length === 0 ? `no such test ran:\n${run.output.slice(-2000)}` : `"${killedBy.test}" stayed green`,
    )
  } catch (cause) {
    end('SURVIVED', `it no longer fits: ${cause instanceof Error ? cause.message : cause}`)
  }
})

say(`\n${chosen.length - survivors.length} killed, ${survivors.length} survived`)
process.exitCode = survivors.length === 0 && chosen.length > 0 ? 0 : 1
