import { z } from 'zod'
import { fatalCode } from './lifecycle.ts'

/**
 * The page to the preload, by `window.postMessage`, once it listens: from now on it gets the messages below. May be
 * repeated; each time a new port comes. (A page that never says it is served at its `load` event.)
 */
const pageHello = z.strictObject({ type: z.literal('loket:hello') })
export type PageHello = z.output<typeof pageHello>

/** The page to the preload: the window may be closed; or somebody is being warned first, and it stays until they say so. */
const pageClosing = z.strictObject({ type: z.enum(['loket:may-close', 'loket:close-held']) })
export type PageClosing = z.output<typeof pageClosing>

/** The preload to the page: somebody closes the window. A page that does not answer is closed. */
const pageCloseAsked = z.strictObject({ type: z.literal('loket:close-asked') })

/** The preload to the page: the port to a new engine is `event.ports[0]`. An earlier port is dead: repeat what had no answer. */
export const pagePort = z.strictObject({ type: z.literal('loket:port') })

/** The preload to the page: the engine went away and is being started again; a port follows. */
export const pageEngineLost = z.strictObject({ type: z.literal('loket:engine-lost') })

/** The preload to the page: there will be no engine; say so by the code. */
export const pageFatal = z.strictObject({ type: z.literal('loket:fatal'), code: fatalCode })

export const toPage = z.discriminatedUnion('type', [pagePort, pageEngineLost, pageFatal, pageCloseAsked])
