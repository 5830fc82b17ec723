import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** Absolute folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Says what the set-up is doing, on stderr: what a script prints on stdout stays its own. */
export const say = (/** @type {string} */ text) => process.stderr.write(`[setup] ${text}\n`)
