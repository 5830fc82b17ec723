import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Requirement } from '#shared/domain/catalogue/catalogue.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { ServiceLeaflet } from '#shared/domain/paper/service-leaflet.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { grey, pageFrame } from './page-frame.ts'
import { paragraph } from './pieces.ts'

const words = paperWords.leaflet

/** Lembar persyaratan: what the service is, a box to tick per paper, what comes of it, when and where. */
export const serviceLeafletLayout = (paper: ServiceLeaflet): TDocumentDefinitions =>
  pageFrame(paper, {
    title: paperTitle(paper),
    number: null,
    free: true,
    content: [
      { text: paper.service.name, bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 4] },
      { text: paper.service.about, alignment: 'center', margin: [30, 0, 30, 8] },
      part(words.who, [list(paper.service.whoMayApply.map(({ label }) => label))]),
      part(words.bring, paper.service.requirements.map(toTick)),
      part(words.result, resultOf(paper)),
      part(words.time, timeOf(paper)),
      part(words.where, [paragraph(sentence(paper.service.channels.map((channel) => words.channel[channel])))]),
      ...(paper.service.notes.length > 0 ? [part(words.notes, [list(paper.service.notes)])] : []),
      { text: words.version(paper.version), fontSize: 8, color: grey, margin: [0, 10, 0, 0] },
    ],
  })

const part = (heading: string, content: Content[]): Content => ({
  unbreakable: content.length < 8,
  stack: [{ text: heading, bold: true, fontSize: 11.5, margin: [0, 7, 0, 3] }, ...content],
})

const list = (lines: readonly string[]): Content => ({ ul: [...lines], margin: [4, 0, 0, 2] })

const sentence = (parts: readonly string[]): string => {
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** `asli, fotokopi atau unggahan`. */
const oneOf = (forms: readonly string[]): string =>
  [forms.slice(0, -1).join(', '), forms.at(-1)].filter(Boolean).join(words.or)

/** A box, the paper, in which form, and when it is needed. */
function toTick({ label, accepts, whenWords, optional }: Requirement): Content {
  const forms = oneOf(accepts.map((form) => words.form[form]))
  const cases = [...(optional ? [words.optional] : []), ...(whenWords ? [whenWords] : [])]
  return {
    margin: [4, 0, 0, 2.5],
    columns: [
      { width: 16, canvas: [{ type: 'rect', x: 0, y: 1.5, w: 9, h: 9, lineWidth: 0.8 }] },
      {
        width: '*',
        text: [label, { text: ` (${[forms, ...cases].join('; ')})`, color: grey }],
      },
    ],
  }
}

function resultOf({ service, standard }: ServiceLeaflet): Content[] {
  if (service.products.length === 0) return [paragraph(words.noResult)]
  const collected = standard.fulfilledBy === 'ready-for-collection'
  const printed = service.products.some(({ kind }) => kind === 'pdf')
  return [
    list(service.products.map(({ label }) => label)),
    ...(collected ? [paragraph(`${words.collect}: ${words.atKelurahan}`, [0, 2, 0, 2])] : []),
    ...(printed ? [paragraph(words.selfPrint, [0, 2, 0, 2])] : []),
  ]
}

function timeOf({ standard }: ServiceLeaflet): Content[] {
  const { promisedWorkingDays, excludedBy, formalWorkingDays, grounds } = standard
  const promise =
    promisedWorkingDays !== null
      ? words.promised(promisedWorkingDays)
      : excludedBy
        ? words.outside(words.ground[excludedBy])
        : words.noPromise
  return [
    paragraph(formalWorkingDays === null ? promise : `${promise} ${words.formal(formalWorkingDays)}`, [0, 0, 0, 2]),
    ...(grounds.length > 0
      ? [paragraph(`${words.except}: ${grounds.map((ground) => words.ground[ground]).join('; ')}.`)]
      : []),
  ]
}
