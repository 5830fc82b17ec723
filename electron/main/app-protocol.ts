import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { pageFile } from './page-file.ts'
import { pageOrigin } from './page-origin.ts'

const scheme = 'app'
export const pageUrl = `${pageOrigin}/index.html`

/** Before `ready`: the page's own scheme is a secure, standard one, so that workers, WebAssembly and the camera work. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Serves the built page and nothing else from `folder`. */
export function servePage(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'loket' || request.method !== 'GET') return new Response(null, { status: 404 })
    const file = pageFile(folder, url.pathname)
    return file ? answer(file) : new Response(null, { status: 404 })
  })
}

async function answer(file: string): Promise<Response> {
  try {
    const bytes = await readFile(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const nonce = randomBytes(16).toString('base64')
    const body = file.endsWith('index.html') ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : bytes
    return new Response(body, {
      headers: { 'content-type': type, ...isolation, 'content-security-policy': policy(nonce) },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** No remote content, no inline script; style tags only with the nonce of this load (the component library has a few). */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
