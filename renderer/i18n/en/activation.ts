import type { activation as words } from '../id/activation.ts'
import type { Translated } from '../words.ts'

export const activation: Translated<typeof words> = {
  title: 'Activate this device',
  lead: 'Enrol this computer once with the code from the administrator.',
  code: 'Activation code',
  codeHint: 'One code is for one computer. Needs the network.',
  server: 'Address of the centre',
  serverHint: 'Leave empty for the built-in address.',
  scanSlip: 'Scan the QR of the slip',
  typeCode: 'Type the code',
  showSlip: 'Hold the QR of the slip from the Dinas before the camera.',
  strangeCode: 'That is not the QR of a slip. Use the one on the slip from the Dinas.',
  start: 'Activate',
  copying: 'Copying the data of this unit',
  copyingLead: 'You may leave it alone. After a cut of network or power it goes on where it stopped.',
  rows: 'Rows',
  rowsOf: '{{rows}} of {{total}}',
  size: 'Size',
  left: 'Time left',
  leftUnknown: 'working it out',
  step: { enrol: 'Enrol', copy: 'Copy data', signIn: 'Sign in' },
}
