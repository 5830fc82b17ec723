import type { Decoder } from './decoder.ts'
import { scriptDecoder } from './script-decoder.ts'
import { wasmDecoder } from './wasm-decoder.ts'

/** The best decoder this machine can run. `loadWasm` gives the bytes of zxing_reader.wasm; when it or WebAssembly fails, plain JavaScript reads. */
export async function openDecoder(loadWasm: () => Promise<ArrayBuffer>): Promise<Decoder> {
  try {
    return await wasmDecoder(await loadWasm())
  } catch {
    return scriptDecoder()
  }
}
