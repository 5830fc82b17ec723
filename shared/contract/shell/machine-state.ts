import { z } from 'zod'

/** Shell to engine: what the operating system believes about the network. True is no promise that the centre answers. */
export const network = z.strictObject({ type: z.literal('network'), online: z.boolean() })

/** Shell to engine: the machine is about to sleep, woke up, was locked or unlocked, or shuts down. */
export const power = z.strictObject({
  type: z.literal('power'),
  event: z.enum(['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']),
})
