import type { faults as words } from '../id/faults.ts'
import type { Translated } from '../words.ts'

const nothingChanged = 'Nothing was changed.'
const workKept = 'What you entered is still on the screen.'
const actsKept = 'All acts are kept on this computer.'
const stillQueued = 'The receipt is still in the print queue.'
const fileKept = 'The data file is whole and was not changed.'

export const faults: Translated<typeof words> = {
  'sign-in-required': {
    title: 'Your session has ended',
    kept: 'Your work is still on the screen.',
    next: 'Type your password again to go on.',
  },
  'wrong-password': { title: 'Wrong password', kept: nothingChanged, next: 'Check Caps Lock, then type it again.' },
  'locked-out': {
    title: 'Too many wrong passwords',
    kept: 'Your work is kept.',
    next: 'Wait until the time has passed, or let another clerk sign in.',
  },
  'needs-online-sign-in': {
    title: 'First sign-in needs the network',
    kept: nothingChanged,
    next: 'Connect, sign in once; after that it works without a network.',
  },
  'not-permitted': {
    title: 'Your role may not do this',
    kept: nothingChanged,
    next: 'Ask someone who may to sign in: Ctrl+L, then Change clerk.',
  },
  'staff-inactive': {
    title: 'This account is not active',
    kept: nothingChanged,
    next: 'Ask the administrator to activate it.',
  },
  'not-supervisor': {
    title: 'This account is not a supervisor',
    kept: workKept,
    next: 'Ask a supervisor to enter their own name and password.',
  },
  'not-enrolled': {
    title: 'This computer is not enrolled',
    kept: nothingChanged,
    next: 'Enter the activation code from the administrator.',
  },
  'enrol-code-invalid': {
    title: 'The activation code is not valid',
    kept: nothingChanged,
    next: 'Check the code, or ask for a new one. One code is for one computer.',
  },
  'card-unknown': {
    title: 'The card is not in the data of this unit',
    kept: workKept,
    next: 'Press Sync now in Sync (F9), then scan again (F2).',
  },
  'card-not-ready': {
    title: 'The card cannot be handed over yet',
    kept: workKept,
    next: 'Tell the citizen its status; it is handed over once it is Ready.',
  },
  'not-at-this-counter': {
    title: 'The card is not at this counter',
    kept: workKept,
    next: 'Do not hand over. Scan the e-Kitir again (F2) to see how the card stands now.',
  },
  'collector-not-allowed': {
    title: 'This collector is not allowed for this kind of card',
    kept: workKept,
    next: 'Choose another collector by the rules.',
  },
  'collector-not-in-household': {
    title: 'The collector is not a member of the owner’s KK',
    kept: workKept,
    next: 'Choose a name from Members of the KK, or choose Proxy and enter the letter.',
  },
  'papers-missing': {
    title: 'The papers are not complete',
    kept: workKept,
    next: 'See which are not ticked, and tick them once shown.',
  },
  'old-card-missing': {
    title: 'The old card is not recorded',
    kept: workKept,
    next: 'Tick that the old card was withdrawn, or enter number, date and office of the police letter.',
  },
  'pin-required': {
    title: 'The PIN has not been checked',
    kept: workKept,
    next: 'Let the citizen type the PIN, or press PIN forgotten to ask a supervisor.',
  },
  'pin-locked': {
    title: 'PIN locked after too many wrong tries',
    kept: workKept,
    next: 'Press Ask a supervisor; the card goes out only with their leave.',
  },
  'already-handed-over': {
    title: 'This card was already handed over',
    kept: 'The first receipt is kept.',
    next: 'Press See receipt to show it, or call a supervisor.',
  },
  'signature-missing': {
    title: 'The signature is missing',
    kept: workKept,
    next: 'Ask the collector to sign, or press On paper.',
  },
  'override-not-allowed': {
    title: 'This way is not allowed in this city',
    kept: workKept,
    next: 'Use another way that is offered.',
  },
  'override-same-person': {
    title: 'Supervisors cannot allow what they ask for themselves',
    kept: workKept,
    next: 'Ask another supervisor.',
  },
  'nothing-to-undo': {
    title: 'This hand-over no longer stands',
    kept: 'The first receipt is kept.',
    next: 'Open the card again to see how it stands now.',
  },
  'case-open': {
    title: 'A supervisor is looking into this hand-over',
    kept: 'All receipts are kept.',
    next: 'Keep the card and call the supervisor who looks into it.',
  },
  'undo-too-late': {
    title: 'This hand-over is too long ago to be undone',
    kept: 'The first receipt is kept.',
    next: 'Keep the card and call a supervisor.',
  },
  'undo-needs-supervisor': {
    title: 'Undoing this needs a supervisor’s leave',
    kept: workKept,
    next: 'Ask a supervisor to enter username and password here.',
  },
  'override-answer-wrong': {
    title: 'The supervisor’s answer does not match',
    kept: workKept,
    next: 'Read the code out again and type the answer. If it is refused again or out of time, close (Esc) and ask again with Make a code.',
  },
  'too-young': {
    title: 'The collector is too young',
    kept: workKept,
    next: 'Choose a collector who is 17 or older.',
  },
  'owner-too-young': {
    title: 'The owner of this KTP-el is not yet 17',
    kept: workKept,
    next: 'Put the card back; it may be handed over from the owner’s 17th birthday on.',
  },
  'handover-unknown': {
    title: 'This hand-over was not found',
    kept: nothingChanged,
    next: 'Press Sync now in Sync (F9), then try again.',
  },
  'proxy-letter-missing': {
    title: 'The letter of proxy is missing',
    kept: workKept,
    next: 'Enter its number and date (F-1.07).',
  },
  'override-challenge-wrong': {
    title: 'The code of the clerk does not fit',
    kept: nothingChanged,
    next: 'Ask the clerk to read it again, digit by digit. A code of another office cannot be answered here.',
  },
  'override-challenge-expired': {
    title: 'This code is no longer valid',
    kept: nothingChanged,
    next: 'Ask the clerk to make a new code; a code holds 10 minutes. If it stays so, set the clocks of both computers right.',
  },
  'printer-unreachable': {
    title: 'The printer cannot be reached',
    kept: stillQueued,
    next: 'Check cable and power, then print again.',
  },
  'printer-out-of-paper': {
    title: 'The printer is out of paper',
    kept: stillQueued,
    next: 'Put in paper, then print again.',
  },
  'printer-stalled': {
    title: 'The printer does not answer',
    kept: stillQueued,
    next: 'Switch it off and on, then print again.',
  },
  'printer-not-set': {
    title: 'No printer is set up',
    kept: 'The receipt is kept and can be printed at any time.',
    next: 'Set a printer up in Settings, then print again; or save the receipt as PDF.',
  },
  'print-job-unknown': {
    title: 'This print is no longer in the queue',
    kept: 'The hand-over is kept.',
    next: 'Print from See receipt.',
  },
  offline: {
    title: 'The centre cannot be reached',
    kept: actsKept,
    next: 'Go on working; they are sent when the network is back.',
  },
  'centre-error': {
    title: 'The centre is in trouble',
    kept: actsKept,
    next: 'Go on working; it is tried again by itself.',
  },
  'centre-unreadable': {
    title: 'The answer did not come from the centre',
    kept: actsKept,
    next: 'The network may ask for a sign-in (Wi-Fi portal). Check it, then try again.',
  },
  'device-quarantined': {
    title: 'The centre holds this device back',
    kept: actsKept,
    next: 'Call the administrator; name the device code from Settings.',
  },
  'protocol-too-old': {
    title: 'This version of Loket is too old for the centre',
    kept: 'All acts are kept and offline work goes on.',
    next: 'Ask the administrator to install the newest Loket.',
  },
  'no-answer': {
    title: 'The centre does not answer',
    kept: actsKept,
    next: 'Go on working; it is tried again by itself. If it stays so, check the network.',
  },
  'answer-cut': {
    title: 'The answer of the centre was cut off',
    kept: actsKept,
    next: 'Go on working; it is tried again by itself. The network may be weak.',
  },
  'certificate-untrusted': {
    title: 'The certificate of the centre cannot be trusted',
    kept: actsKept,
    next: 'Set date and time of this computer right, and use the network of the office. If it stays so, call the administrator.',
  },
  'centre-busy': {
    title: 'The centre asks for a pause: too many questions',
    kept: actsKept,
    next: 'Wait a moment, then try again.',
  },
  'answer-unreadable': {
    title: 'The answer of the centre cannot be read',
    kept: actsKept,
    next: 'Try again. If it comes back, report its LKT code to the administrator.',
  },
  'disk-full': {
    title: 'The disk of this computer is full',
    kept: 'What was recorded is safe; the last act was not kept.',
    next: 'Free some space, then repeat that act.',
  },
  'database-damaged': {
    title: 'The data file is damaged',
    kept: 'It was not changed and not erased.',
    next: 'Do not reinstall. Ask the administrator to restore the backup.',
  },
  'database-key-wrong': {
    title: 'The data key does not fit',
    kept: 'The data file is whole; it only cannot be opened with this key.',
    next: 'Sign in to Windows with the usual account, or ask the administrator.',
  },
  'database-newer': {
    title: 'The data was made by a newer Loket',
    kept: fileKept,
    next: 'Ask the administrator to install the newest Loket on this computer.',
  },
  'key-store-missing': {
    title: 'This computer has no key store',
    kept: 'No data was written or changed.',
    next: 'Turn on the key store of the system, then open Loket again.',
  },
  'no-room': {
    title: 'The disk of this computer is full',
    kept: 'What was kept is whole and was not changed.',
    next: 'Free some space, then open Loket again.',
  },
  'key-unprotected': {
    title: 'The data key of this computer is not protected',
    kept: fileKept,
    next: 'This data was made for demonstration and is not opened here. Call the administrator.',
  },
  'engine-restarting': {
    title: 'The data engine is restarting',
    kept: 'Your work is safe.',
    next: 'Wait a moment; the screen goes on by itself.',
  },
  'file-not-saved': {
    title: 'The file could not be saved',
    kept: 'The receipt itself is kept.',
    next: 'Save the PDF again, to another folder.',
  },
  'input-invalid': {
    title: 'The input cannot be read',
    kept: workKept,
    next: 'Check what is entered on this screen, then repeat.',
  },
  bug: {
    title: 'Something went wrong in Loket',
    kept: 'What was recorded is safe.',
    next: 'Try again. If it comes back, report its LKT code.',
  },
  'key-file-damaged': {
    title: 'The key file is damaged',
    kept: fileKept,
    next: 'Ask the administrator to restore the key.',
  },
  'key-file-unreadable': {
    title: 'The key file cannot be read',
    kept: fileKept,
    next: 'Sign in to Windows with the usual account, then open Loket again.',
  },
  'key-missing': {
    title: 'The key file is missing',
    kept: fileKept,
    next: 'Ask the administrator to restore the key.',
  },
  'key-wrong': {
    title: 'The data key does not fit',
    kept: fileKept,
    next: 'Ask the administrator to restore the key.',
  },
  'database-locked': {
    title: 'Another program uses the data',
    kept: fileKept,
    next: 'Close the other Loket window, then open Loket again.',
  },
  'engine-crashing': {
    title: 'The data engine stops again and again',
    kept: 'What was recorded is safe.',
    next: 'Restart the computer. If it comes back, call the administrator.',
  },
  unknown: {
    title: 'Loket cannot open its data',
    kept: 'The data file was not erased.',
    next: 'Close this window, then open Loket again. If it comes back, call the administrator.',
  },
}
