import type { Column, Content } from 'pdfmake/interfaces.js'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { signatureImage } from '../signature-image.ts'
import { grey } from './page-frame.ts'

export interface Signer {
  /** Lines above the signature, e.g. `PIHAK KEDUA`. */
  readonly heading: readonly string[]
  readonly party: PaperParty
  /** Room for a duty stamp of Rp10.000, under the signature. */
  readonly materai?: boolean
}

/** Height of the room for a signature, in points. */
const usualRoom = 54
const signatureWidth = 140
const dots = '.'.repeat(44)

type Around = [number, number, number, number]

/** Signatures side by side, kept together on one page. */
export const signatureRow = (signers: readonly Signer[], around: Around, room = usualRoom): Content => ({
  unbreakable: true,
  columns: signers.map((signer) => column(signer, '*', room)),
  columnGap: 24,
  margin: around,
})

/** One signature in the middle of the page. */
export const signatureInTheMiddle = (signer: Signer, around: Around): Content => ({
  unbreakable: true,
  columns: [{ width: '*', text: '' }, column(signer, 240, usualRoom), { width: '*', text: '' }],
  margin: around,
})

function column({ heading, party, materai = false }: Signer, width: number | '*', room: number): Column {
  const { name, position, code } = party
  const below = [position ?? '', code ? `${paperWords.party.code}: ${code}` : '']
  return {
    width,
    alignment: 'center',
    stack: [
      ...heading.map((line): Content => ({ text: line })),
      roomToSign(party.signature, materai, room),
      name === null ? dots : { text: name, bold: true, decoration: 'underline' },
      ...below.filter((line) => line !== '').map((line): Content => ({ text: line, fontSize: 9 })),
    ],
  }
}

/** Equally high with and without a signature, so that all names are level; the drawing stands on the name. */
function roomToSign(png: Uint8Array | null, materai: boolean, room: number): Content {
  const image = png && signatureImage(png)
  const fit = { width: signatureWidth, height: room - 4 }
  const drawn: Content = image
    ? { image, fit: [fit.width, fit.height], alignment: 'center', margin: [0, fit.height - heightOf(image, fit), 0, 0] }
    : { text: '' }
  return {
    table: {
      widths: materai ? [64, '*'] : ['*'],
      heights: [room],
      body: materai ? [[materaiBox(), drawn]] : [[drawn]],
    },
    layout: {
      defaultBorder: false,
      paddingTop: () => 2,
      paddingBottom: () => 2,
      paddingLeft: () => 0,
      paddingRight: () => 0,
    },
  }
}

/** How high a PNG (data URL) becomes when it is fitted in. */
function heightOf(image: string, room: { readonly width: number; readonly height: number }): number {
  const bytes = Buffer.from(image.slice(image.indexOf(',') + 1, image.indexOf(',') + 41), 'base64')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return height * Math.min(room.width / width, room.height / height)
}

/** Made anew each time: the library moves what it has drawn. */
const materaiBox = (): Content => ({
  stack: [
    {
      canvas: [
        { type: 'rect', x: 0, y: 0, w: 62, h: 46, lineWidth: 0.6, dash: { length: 2, space: 2 }, lineColor: grey },
      ],
    },
    {
      text: paperWords.materai.join('\n'),
      fontSize: 8,
      color: grey,
      alignment: 'center',
      relativePosition: { x: 0, y: -34 },
    },
  ],
})
