import type { ContentText } from 'pdfmake/interfaces.js'

/** Kerning would hide the dot of 09.14 between its digits; tabular figures are not kerned (but widen hyphens, so only here). */
export const clockLegible = (text: string): (ContentText | string)[] =>
  text.split(/(\b\d\d\.\d\d\b)/).map((part, at) => (at % 2 === 1 ? { text: part, fontFeatures: ['tnum'] } : part))
