import { z } from 'zod'

/** Engine to shell: which proxy does the operating system want for this address? */
export const resolveProxy = z.strictObject({
  type: z.literal('resolve-proxy'),
  requestId: z.string().min(1),
  url: z.url(),
})

/** Shell to engine: in the PAC notation of Chromium, `DIRECT` or `PROXY host:port; DIRECT`. */
export const resolveProxyResult = z.strictObject({
  type: z.literal('resolve-proxy-result'),
  requestId: z.string().min(1),
  proxy: z.string().min(1),
})
