import type { receipt as words } from '../id/receipt.ts'
import type { Translated } from '../words.ts'

export const receipt: Translated<typeof words> = {
  title: 'Hand-over receipt',
  titleNumber: 'Receipt {{number}}',
  paper: 'The receipt as printed',
  owner: 'Owner',
  collector: 'Collected by',
  at: 'Time',
  by: 'Clerk',
  centre: 'Centre',
  standing: { stands: 'Stands', contested: 'Under review', 'set-aside': 'Set aside', undone: 'Undone' },
  standingLabel: 'Standing',
  decided: 'Decided by supervisor {{name}}, {{time}}, case {{number}}: {{reason}}',
  reprint: 'Print receipt',
  pdf: 'Save A4 PDF',
  queuedOriginal: 'The original is in the print queue',
  queued: 'Copy {{copy}} is in the print queue',
  saved: 'PDF saved: {{file}}',
  notSaved: 'The PDF was not saved',
  photo: 'Photo of the collector',
}
