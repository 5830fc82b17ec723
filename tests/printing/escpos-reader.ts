/** What a printer would do with our bytes, in order. */
export type Mark =
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly align: Align; readonly feed: number }
  | { readonly kind: 'feed'; readonly dots: number }
  | {
      readonly kind: 'raster'
      readonly width: number
      readonly height: number
      readonly bits: Uint8Array
      readonly align: Align
    }
  | { readonly kind: 'qr'; readonly text: string; readonly cellDots: number; readonly align: Align }
  | { readonly kind: 'cut' }

export interface Cell {
  readonly character: string
  readonly bold: boolean
  readonly tall: boolean
  readonly wide: boolean
}

export type Align = 'left' | 'center' | 'right'

const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
const aligns = ['left', 'center', 'right'] as const
const defaultSpacing = 30

/** Interprets the ESC/POS that Loket sends (code page 850). Throws on any command it does not know: a printer might print it. */
export function readEscpos(bytes: Uint8Array): readonly Mark[] {
  const reader = new Reader(bytes)
  while (reader.more()) reader.step()
  return reader.marks
}

/** The rows of text, as a person reads them; QR codes as `[QR …]`, pictures as `[gambar]`, the cut as `[potong]`. */
export const textOf = (bytes: Uint8Array): readonly string[] =>
  readEscpos(bytes).flatMap((mark) => {
    if (mark.kind === 'row') return [mark.cells.map((cell) => cell.character).join('')]
    if (mark.kind === 'qr') return [`[QR ${mark.text}]`]
    if (mark.kind === 'raster') return ['[gambar]']
    return mark.kind === 'cut' ? ['[potong]'] : []
  })

class Reader {
  readonly marks: Mark[] = []
  private readonly bytes: Uint8Array
  private at = 0
  private cells: Cell[] = []
  private align: Align = 'left'
  private bold = false
  private tall = false
  private wide = false
  private spacing = defaultSpacing
  private qr = { text: '', cellDots: 3 }

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  more(): boolean {
    return this.at < this.bytes.length
  }

  step(): void {
    const byte = this.take()
    if (byte === 0x0a) this.endRow()
    else if (byte === 0x1b) this.escape()
    else if (byte === 0x1d) this.group()
    else if (byte === 0x1c) this.expect(0x2e)
    else if (byte === 0x10) this.skipStatusQuestion()
    else if (byte >= 0x20) this.type(byte)
    else throw new Error(`control character 0x${byte.toString(16)} at ${this.at - 1}`)
  }

  private type(byte: number): void {
    const character = byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? '?')
    this.cells.push({ character, bold: this.bold, tall: this.tall, wide: this.wide })
  }

  private endRow(): void {
    const height = this.cells.some((cell) => cell.tall) ? 48 : 24
    this.marks.push({ kind: 'row', cells: this.cells, align: this.align, feed: Math.max(this.spacing, height) })
    this.cells = []
  }

  private escape(): void {
    const command = this.take()
    switch (command) {
      case 0x40: // ESC @
        this.reset()
        return
      case 0x74: // ESC t: the code page
        this.expect(2)
        return
      case 0x21: // ESC !
        this.mode(this.take())
        return
      case 0x45: // ESC E
        this.bold = this.take() === 1
        return
      case 0x61: // ESC a
        this.align = aligns[this.take()] ?? 'left'
        return
      case 0x33: // ESC 3
        this.spacing = this.take()
        return
      case 0x32: // ESC 2
        this.spacing = defaultSpacing
        return
      case 0x4a: // ESC J
        this.marks.push({ kind: 'feed', dots: this.take() })
        return
      case 0x64: // ESC d
        this.marks.push({ kind: 'feed', dots: this.take() * this.spacing })
        return
      default:
        throw new Error(`unknown ESC 0x${command.toString(16)} at ${this.at - 1}`)
    }
  }

  private group(): void {
    const command = this.take()
    if (command === 0x56) this.cut()
    else if (command === 0x76) this.raster()
    else if (command === 0x28) this.symbol()
    else if (command === 0x72) this.take()
    else throw new Error(`unknown GS 0x${command.toString(16)} at ${this.at - 1}`)
  }

  private mode(bits: number): void {
    this.tall = (bits & 0x10) !== 0
    this.wide = (bits & 0x20) !== 0
    this.bold = (bits & 0x08) !== 0
  }

  private reset(): void {
    this.mode(0)
    this.align = 'left'
    this.spacing = defaultSpacing
    this.cells = []
  }

  private cut(): void {
    this.take()
    this.marks.push({ kind: 'cut' })
  }

  private raster(): void {
    this.expect(0x30)
    this.take()
    const bytesPerRow = this.takeWord()
    const height = this.takeWord()
    const bits = this.takeMany(bytesPerRow * height)
    this.marks.push({ kind: 'raster', width: bytesPerRow * 8, height, bits, align: this.align })
  }

  /** GS ( k: the native QR code, in four or five parts. */
  private symbol(): void {
    this.expect(0x6b)
    const data = this.takeMany(this.takeWord())
    if (data[0] !== 0x31) throw new Error('a symbol that is no QR code')
    if (data[1] === 0x43) this.qr = { ...this.qr, cellDots: data[2] ?? 3 }
    if (data[1] === 0x50) this.qr = { ...this.qr, text: Buffer.from(data.subarray(3)).toString('utf8') }
    if (data[1] === 0x51) this.marks.push({ kind: 'qr', ...this.qr, align: this.align })
  }

  private skipStatusQuestion(): void {
    this.expect(0x04)
    this.take()
  }

  private take(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Error('the bytes end inside a command')
    return byte
  }

  private takeWord(): number {
    return this.take() | (this.take() << 8)
  }

  private takeMany(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new Error('the bytes end inside a command')
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }

  private expect(byte: number): void {
    const found = this.take()
    if (found !== byte) throw new Error(`expected 0x${byte.toString(16)}, found 0x${found.toString(16)}`)
  }
}
