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
  'session-locked': {
    title: 'The screen is locked',
    kept: 'Your work is still on the screen.',
    next: 'Open it with your PIN or password.',
  },
  'password-must-change': {
    title: 'The password must be changed first',
    kept: nothingChanged,
    next: 'Sign in with the password you were given, then choose your own.',
  },
  'second-factor-required': {
    title: 'A code of the authenticator is needed',
    kept: nothingChanged,
    next: 'Type the 6 digits your authenticator shows, or one recovery code.',
  },
  'second-factor-wrong': {
    title: 'Wrong code of the authenticator',
    kept: nothingChanged,
    next: 'Wait for the next code and type it. Each code works once.',
  },
  'second-factor-missing': {
    title: 'No authenticator is set up',
    kept: nothingChanged,
    next: 'Set up an authenticator first; the city requires it for your role.',
  },
  'second-factor-off': {
    title: 'The centre keeps no authenticators',
    kept: nothingChanged,
    next: 'Ask whoever runs the centre to set the key for authenticators.',
  },
  'pin-wrong': {
    title: 'Wrong PIN',
    kept: nothingChanged,
    next: 'Type your PIN again, or use the password.',
  },
  'pin-spent': {
    title: 'Wrong PIN three times',
    kept: nothingChanged,
    next: 'Open it with the password. Then the PIN works again.',
  },
  'pin-not-set': {
    title: 'No PIN is set on this computer',
    kept: nothingChanged,
    next: 'Open it with the password. Set a PIN in Settings.',
  },
  'pin-unfit': {
    title: 'This PIN is easily guessed',
    kept: nothingChanged,
    next: 'Choose 6 other digits.',
  },
  'password-unfit': {
    title: 'This password cannot be used',
    kept: nothingChanged,
    next: 'Choose another one of at least 10 characters.',
  },
  'password-temporary': {
    title: 'This temporary password works only without a network',
    kept: nothingChanged,
    next: 'Ask an administrator of the Dinas to reset your password.',
  },
  'centre-reachable': {
    title: 'The centre can be reached',
    kept: nothingChanged,
    next: 'While there is a network, an administrator of the Dinas resets the password.',
  },
  'extension-not-needed': {
    title: 'Signing in without a network still works',
    kept: nothingChanged,
    next: 'Sign in with your password.',
  },
  'extension-used': {
    title: 'More days were given before',
    kept: nothingChanged,
    next: 'Connect to the network once, or ask a clerk who can still sign in.',
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
  'centre-not-proven': {
    title: 'The centre at this address cannot prove itself',
    kept: 'This computer was not enrolled, and the code was not sent.',
    next: 'Type that code nowhere else. Check the address on the slip, then call the administrator.',
  },
  'address-not-safe': {
    title: 'This address of the centre is not safe',
    kept: nothingChanged,
    next: 'It has to begin with https://. Copy it from the activation slip, or scan its QR code.',
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
  'label-differs': {
    title: "This is another card's label",
    kept: workKept,
    next: 'Put that card back, take the right one and scan its label.',
  },
  'label-missing': {
    title: "The card's label was not scanned",
    kept: workKept,
    next: 'Scan the label on the card in your hand.',
  },
  'collector-is-owner': {
    title: "The collector's NIK is the owner's",
    kept: workKept,
    next: "Choose Self if the owner came, or type the collector's NIK from their KTP-el.",
  },
  'doubt-needs-reason': {
    title: 'A reason is needed first',
    kept: workKept,
    next: 'Read the warning, then write why the card is given all the same.',
  },
  'bulk-nobody': {
    title: 'None of the cards can be handed over',
    kept: workKept,
    next: 'Read the reason in each line; mend it, or hand the cards over one by one.',
  },
  'old-card-gone': {
    title: 'Some old cards are no longer in the drawer',
    kept: workKept,
    next: 'The list is up to date again. Check what is ticked, then repeat.',
  },
  'audit-unsound': {
    title: 'The audit trail is not whole',
    kept: 'The trail itself is unchanged.',
    next: 'Press Check the chain to see the place, then tell the Dinas.',
  },
  'nothing-to-export': {
    title: 'No entries on that day',
    kept: 'The audit trail is unchanged.',
    next: 'Choose another day.',
  },
  'printer-not-approved': {
    title: 'This printer is not approved',
    kept: 'The settings of before still hold.',
    next: 'Choose a printer port (USB, COM), a network printer or a Windows printer. A share such as \\\\PC\\printer is put on the list by the Dinas first.',
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
    title: 'Too long ago to be undone',
    kept: 'What was recorded first is kept.',
    next: 'Keep the card and call a supervisor.',
  },
  'undo-needs-supervisor': {
    title: 'Undoing this needs a supervisor’s leave',
    kept: workKept,
    next: 'Ask a supervisor to enter username and password here.',
  },
  'application-unknown': {
    title: 'This application is not in this kelurahan’s data',
    kept: 'Nothing was changed.',
    next: 'Check the e-Kitir number. An application of another kelurahan is claimed there.',
  },
  'claim-unknown': {
    title: 'This claim is not on this computer yet',
    kept: 'Nothing was changed.',
    next: 'Sync (F9), then open it from the list of claims.',
  },
  'already-claimed': {
    title: 'This application has a claim already',
    kept: 'The claim that exists stands.',
    next: 'Open that claim; an application has one claim only.',
  },
  'already-paid': {
    title: 'This claim has been paid',
    kept: 'Nothing is paid twice.',
    next: 'See its kuitansi; print a copy if the citizen needs one.',
  },
  'already-decided': {
    title: 'This claim has been decided',
    kept: 'The first decision stands.',
    next: 'See in the claim who decided.',
  },
  'claim-wrong-state': {
    title: 'It is too early for this step',
    kept: 'The claim is as it was.',
    next: 'Do the next step that the claim shows first.',
  },
  'claim-case-open': {
    title: 'A supervisor is looking at this claim',
    kept: 'Nothing is paid while a case is open.',
    next: 'Wait until the supervisor has settled the case.',
  },
  'claim-no-case': {
    title: 'This claim has no open case',
    kept: 'Nothing was changed.',
    next: 'Sync (F9); the case may have been settled.',
  },
  'supervisor-only': {
    title: 'Only a supervisor decides',
    kept: 'The claim is as it was.',
    next: 'Ask a supervisor to sign in and decide.',
  },
  'already-reviewed': {
    title: 'Reviewed already',
    kept: 'Another supervisor reviewed this hand-over.',
    next: 'Reload the list.',
  },
  'own-hand-over': {
    title: 'Your own hand-over',
    kept: 'Who gave it or allowed it does not review it.',
    next: 'Ask another supervisor to review it.',
  },
  'own-claim': {
    title: 'You acted on this claim yourself',
    kept: 'The claim still waits for a decision.',
    next: 'Another supervisor decides.',
  },
  'not-eligible': {
    title: 'Compensation cannot be approved',
    kept: 'The claim is as it was.',
    next: 'Read the reasons; reject the claim with them.',
  },
  'amount-differs': {
    title: 'The amount differs from what was worked out',
    kept: 'No money was recorded as paid.',
    next: 'Check the claim again and use the amount that is shown.',
  },
  'reason-missing': {
    title: 'The reason is missing',
    kept: 'The claim is as it was.',
    next: 'Write the reason of the decision.',
  },
  'checked-by-you': {
    title: 'You checked this claim',
    kept: 'The claim still waits for its payment.',
    next: 'Another clerk pays.',
  },
  'approved-by-you': {
    title: 'You approved this claim',
    kept: 'The claim still waits for its payment.',
    next: 'Another clerk pays.',
  },
  'shift-open': {
    title: 'The shift at this desk is open already',
    kept: 'The open shift goes on.',
    next: 'Close it first.',
  },
  'shift-none': {
    title: 'This shift is closed already',
    kept: 'The first count is kept.',
    next: 'Open Today again to see how things stand.',
  },
  'taker-same-person': {
    title: 'The drawer cannot be handed to yourself',
    kept: workKept,
    next: 'Choose another clerk, or leave the drawer closed.',
  },
  'taker-not-permitted': {
    title: 'This person may not hold the drawer',
    kept: workKept,
    next: 'Choose a counter or kelurahan clerk, a mobile team or a supervisor.',
  },
  'difference-unexplained': {
    title: 'A difference has no explanation',
    kept: workKept,
    next: 'Explain each difference, then save again.',
  },
  'case-unknown': {
    title: 'This case is not on this computer yet',
    kept: 'No receipt is lost.',
    next: 'Sync, then open it again.',
  },
  'case-settled': {
    title: 'Another supervisor has settled this case',
    kept: 'Your decision was not carried out; every receipt is kept.',
    next: 'Read the decision that stands.',
  },
  'case-grown': {
    title: 'This case has new evidence',
    kept: 'Your decision was not carried out; every receipt is kept.',
    next: 'Look at what is new, then decide again.',
  },
  'evidence-pending': {
    title: 'The signatures are not all at the centre',
    kept: 'Your decision was not carried out; every receipt is kept.',
    next: 'Wait until both devices are synced, then decide again.',
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
    next: 'Put the card back until the seventeenth birthday of its owner. If they are or were married, write the number of the marriage deed as the reason.',
  },
  'handover-unknown': {
    title: 'This hand-over was not found',
    kept: nothingChanged,
    next: 'Press Sync now in Sync (F9), then try again.',
  },
  'being-handed-over': {
    title: 'This card is being handed over at another desk',
    kept: 'What you entered is still on this screen; nothing has been recorded.',
    next: 'Ask at that desk. Once it is put aside there you can go on. If that desk went dead, the card is free within a minute.',
  },
  'told-by-neighbour': {
    title: 'This hand-over was recorded at another desk and has not reached the centre',
    kept: 'Its record is safe at that desk.',
    next: 'Undo it at the desk that recorded it, or wait until the centre knows it.',
  },
  'collector-nik-missing': {
    title: 'The NIK of the collector is missing',
    kept: workKept,
    next: "Copy it from the collector's KTP-el.",
  },
  'letter-date-ahead': {
    title: 'The date of the letter is still to come',
    kept: workKept,
    next: 'Check the date of the letter of proxy or the police letter.',
  },
  'own-act': {
    title: 'This case is about a hand-over of your own',
    kept: workKept,
    next: 'Ask another supervisor, or one of the Dinas, to decide it.',
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
  'shipment-unknown': {
    title: 'This shipment is not in the data of this unit',
    kept: nothingChanged,
    next: 'Press Synchronise now in Synchronisation (F9), then open it again.',
  },
  'count-empty': {
    title: 'No card has been counted yet',
    kept: nothingChanged,
    next: 'Scan the labels of the cards one by one, then press Done.',
  },
  'count-unexplained': {
    title: 'A difference is not explained yet',
    kept: 'Your count is kept on this computer.',
    next: 'Say something about each card that is missing, damaged or extra.',
  },
  'move-wrong-state': {
    title: 'One card is no longer in the drawer',
    kept: 'Nothing was recorded; all cards are as they were.',
    next: 'See how that card stands now and leave it out.',
  },
  'reminder-too-early': {
    title: 'One card has not been here long enough to remind its owner',
    kept: 'Nothing was recorded; all cards are as they were.',
    next: 'Leave that card out.',
  },
  'return-too-early': {
    title: 'One card has not been here long enough to go back to the office',
    kept: 'Nothing was recorded; all cards are as they were.',
    next: 'Leave that card out.',
  },
  'place-missing': {
    title: 'A card has no place yet',
    kept: 'Nothing was recorded; all cards are as they were.',
    next: 'Fill in rack, box and number.',
  },
  'not-announced': {
    title: 'This card is not on the list of the shipment',
    kept: nothingChanged,
    next: 'A card that was not sent cannot be missing. Scanned by mistake? Take its count back with Alt+Delete.',
  },
  'already-signed': {
    title: 'This card has been signed for',
    kept: nothingChanged,
    next: 'What happens after it came in is recorded on the card itself: open Cards (Alt+5).',
  },
  'place-taken': {
    title: 'There is a card in that place already',
    kept: 'Your count is kept on this computer.',
    next: 'Choose another rack, box or number.',
  },
  'blanks-unexplained': {
    title: 'The difference in blanks is not explained yet',
    kept: workKept,
    next: 'Say why the number differs, or why they are spoiled.',
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
  'paper-unknown': {
    title: 'This document cannot be made here',
    kept: 'Nothing was changed.',
    next: 'Synchronise first, then open the document again.',
  },
  'paper-too-long': {
    title: 'This document is too long to be printed directly',
    kept: 'Nothing was changed.',
    next: 'Save it as a PDF, then print the PDF.',
  },
  offline: {
    title: 'The centre cannot be reached',
    kept: actsKept,
    next: 'Go on working; they are sent when the network is back.',
  },
  'no-network': {
    title: 'This computer is in no network',
    kept: actsKept,
    next: 'Plug the cable in or switch Wi-Fi on. Work can go on.',
  },
  'internet-down': {
    title: 'The office network is up, the internet is not',
    kept: actsKept,
    next: 'Check the modem or call the provider. Where the office has a proxy, enter it in the settings of Windows. Work can go on.',
  },
  'name-unknown': {
    title: 'This network does not know the name of the centre (DNS)',
    kept: actsKept,
    next: 'Restart the modem. If it stays so, ask the network administrator to look at the DNS. Work can go on.',
  },
  'centre-down': {
    title: 'The service of the centre is down or cannot be reached',
    kept: actsKept,
    next: 'Go on working; it is tried again by itself. Nothing is wrong with the network here.',
  },
  'proxy-unreachable': {
    title: 'The proxy of the network does not answer',
    kept: actsKept,
    next: 'Check the address of the proxy in the settings of Windows, or ask the network administrator. Work can go on.',
  },
  'proxy-sign-in': {
    title: 'The proxy of the network asks for a name and password',
    kept: actsKept,
    next: 'Ask the network administrator to open the address of the centre without signing in. Work can go on.',
  },
  'proxy-refused': {
    title: 'The proxy of the network refuses the way to the centre',
    kept: actsKept,
    next: 'Ask the network administrator to allow the address of the centre. Work can go on.',
  },
  'centre-error': {
    title: 'The centre is in trouble',
    kept: actsKept,
    next: 'Go on working; it is tried again by itself.',
  },
  'centre-unreadable': {
    title: 'The answer did not come from the centre',
    kept: actsKept,
    next: 'This network asks for a sign-in first (Wi-Fi portal). Open a browser, sign in to the network, then press Sync now.',
  },
  'device-quarantined': {
    title: 'The centre holds this device back',
    kept: actsKept,
    next: 'Call the administrator; name the device code from Settings.',
  },
  'device-copied': {
    title: 'This computer is a copy of another device',
    kept: actsKept,
    next: 'The device itself goes on at another computer. Call the admin of the Dinas and name the device code in Settings.',
  },
  'device-revoked': {
    title: 'This computer was revoked',
    kept: 'Work that was not sent goes to the centre first, sealed; only then key and data are erased here.',
    next: 'Hand this computer to the administrator of the Dinas.',
  },
  'device-act-impossible': {
    title: 'This cannot be done with that computer',
    kept: nothingChanged,
    next: 'Load the list again; things have changed, or it is the very computer you sit at.',
  },
  'device-moving': {
    title: 'This computer is moving to another office',
    kept: 'The centre has every act of the old office.',
    next: 'Wait a moment. As soon as the centre answers, the data of the new office are copied.',
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
    next: 'Set date and time of this computer right. If they are, somebody intercepts the connection (Wi-Fi portal or inspecting proxy): use the network of the office, or call the administrator.',
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
  'online-only': {
    title: 'Online only',
    kept: 'Nothing was recorded. Data of the city are not kept on this device.',
    next: 'Try again once connected to the centre.',
  },
  'not-at-the-dinas': {
    title: 'Only for devices of the Dinas',
    kept: 'Nothing was recorded.',
    next: 'Sign in at a device of the Dinas to see other kelurahan.',
  },
  'courier-never-online': {
    title: 'This device has never been connected to the centre',
    kept: actsKept,
    next: 'Connect it to the network once; after that its queue can be carried as a file.',
  },
  'courier-busy': {
    title: 'Another file is being worked on',
    kept: actsKept,
    next: 'Wait until it is done, then try again.',
  },
  'courier-not-ours': {
    title: 'This is no file of Loket',
    kept: nothingChanged,
    next: 'Choose a file whose name ends with .loket.',
  },
  'courier-damaged': {
    title: 'This file is damaged or cut',
    kept: nothingChanged,
    next: 'Copy it again from the computer it came from, then open it again.',
  },
  'courier-too-new': {
    title: 'This file was made by a newer Loket',
    kept: nothingChanged,
    next: 'Ask the administrator to install the newest Loket on this computer.',
  },
  'courier-other-centre': {
    title: 'This file is for another centre',
    kept: nothingChanged,
    next: 'Open it at a device that is enrolled with that centre.',
  },
  'courier-other-computer': {
    title: 'This answer is for another computer',
    kept: nothingChanged,
    next: 'Open the file at the computer that saved its queue.',
  },
  'courier-own-queue': {
    title: 'This is the queue of this very computer',
    kept: actsKept,
    next: 'Open the file at another device that has a network.',
  },
  'courier-forged': {
    title: 'This answer was not signed by the centre',
    kept: 'Nothing in it was used.',
    next: 'Do not use this file. Tell the administrator where it came from.',
  },
  'courier-gap': {
    title: 'This answer does not join what this computer knows',
    kept: actsKept,
    next: 'Save the queue to a new file and send that. If it stays so, connect to the network once.',
  },
  'courier-too-large': {
    title: 'This file is too large',
    kept: nothingChanged,
    next: 'Have the other computer connected to a network, or call the administrator.',
  },
  'courier-sign-in-first': {
    title: 'This is a queue, not the centre’s answer',
    kept: nothingChanged,
    next: 'Choose the centre’s answer for this computer. Another computer’s queue is carried after signing in.',
  },
  'courier-unknown': {
    title: 'This carried file is not here any more',
    kept: nothingChanged,
    next: 'Open the file from the USB stick again.',
  },
  'disk-full': {
    title: 'The disk of this computer is full',
    kept: 'What was recorded is safe; the last act was not kept.',
    next: 'Free some space, then repeat that act.',
  },
  'database-damaged': {
    title: 'The data file is damaged',
    kept: 'It was not changed and not erased.',
    next: 'Do not reinstall. It can be repaired from here.',
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
  'update-failed': {
    title: 'The new version of Loket cannot prepare its data',
    kept: 'Your data is whole, as before the update.',
    next: 'Ask the administrator to install the version before again; it can be used at once.',
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
  'backup-failed': {
    title: 'The backup was not made',
    kept: 'Your data was not touched; the older backups are there.',
    next: 'Try again. If it still fails, call the administrator.',
  },
  'backup-unknown': {
    title: 'That backup is not there any more',
    kept: 'Nothing was changed.',
    next: 'Choose another backup of the list.',
  },
  'repair-failed': {
    title: 'The repair did not succeed',
    kept: 'Nothing was changed or erased.',
    next: 'Try another way on this screen, or call the administrator with the code.',
  },
  'key-not-changed': {
    title: 'The data key was not changed',
    kept: 'The data is whole and open.',
    next: 'It goes on when Loket is opened again. If it still fails, call the administrator.',
  },
  'recovery-code-invalid': {
    title: 'The recovery code is not valid',
    kept: 'Nothing was changed.',
    next: 'Check the code, or ask the administrator for a new one.',
  },
  'recovery-no-key': {
    title: 'The centre’s key does not open this data',
    kept: 'Nothing was changed.',
    next: 'Make sure the code is for this device, then call the administrator.',
  },
  'engine-restarting': {
    title: 'The data engine is restarting',
    kept: 'Your work is safe.',
    next: 'Wait a moment; the screen goes on by itself.',
  },
  'file-disk-full': {
    title: 'The stick or folder is full',
    kept: 'No half file was left behind; the queue goes on waiting.',
    next: 'Free some space or take another stick, then save again.',
  },
  'file-read-only': {
    title: 'That place may not be written to',
    kept: 'Nothing is lost; the queue goes on waiting.',
    next: 'Unlock the stick or choose another folder.',
  },
  'update-not-ready': {
    title: 'No new version is ready yet',
    kept: 'Nothing has changed.',
    next: 'Work as usual.',
  },
  'file-gone': {
    title: 'The stick or file cannot be reached',
    kept: 'Nothing is lost on this computer.',
    next: 'Put the stick back in or take another one, then do it again.',
  },
  'file-not-saved': {
    title: 'The file could not be saved',
    kept: 'The receipt itself is kept.',
    next: 'Save the PDF again, to another folder.',
  },
  'locked-not-synced': {
    title: 'New work is locked: too long without the centre',
    kept: 'What was recorded is safe and can still be read.',
    next: 'Connect to the network, then press Sync now (F9 on Sync).',
  },
  'locked-too-old': {
    title: 'New work is locked: an act has waited for too long',
    kept: 'What was recorded is safe and can still be read.',
    next: 'Open Sync and press Sync now (F9). If it still waits, call the admin at the Dinas.',
  },
  'locked-too-many': {
    title: 'New work is locked: the queue is full',
    kept: 'What was recorded is safe and can still be read.',
    next: 'Connect to the network, then press Sync now (F9 on Sync).',
  },
  'locked-sign-in': {
    title: 'New work is locked: the centre has to check your password',
    kept: 'What was recorded is safe and can still be read.',
    next: 'Connect to the network, lock the screen (Ctrl+L), and open it with your password.',
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
  revoked: {
    title: 'This computer was revoked',
    kept: 'The centre has the work that was not sent. Key and data on this computer are erased.',
    next: 'Hand this computer to the administrator of the Dinas.',
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
  'document-encrypted': {
    title: 'This PDF is locked with a password',
    kept: nothingChanged,
    next: 'Ask for a file without a password, or scan the sheet with the camera.',
  },
  'document-damaged': {
    title: 'This file cannot be read',
    kept: nothingChanged,
    next: 'Ask for an intact file (PDF, JPEG or PNG), or scan the sheet with the camera.',
  },
  'document-too-many-pages': {
    title: 'Too many pages for one requirement',
    kept: nothingChanged,
    next: 'Take only the pages that this requirement asks for.',
  },
  'document-too-heavy': {
    title: 'This PDF was not opened because it is too heavy',
    kept: nothingChanged,
    next: 'Files like this can be made to do harm. Scan the sheet with the camera.',
  },
  'document-too-large': {
    title: 'The document does not fit the size limit and stay readable',
    kept: nothingChanged,
    next: 'Take fewer pages, or set photo pages to “Document” or “Grey”.',
  },
  'document-unknown': {
    title: 'This document is no longer in the draft',
    kept: nothingChanged,
    next: 'Close this dialog, then look at the list of requirements again.',
  },
  'document-not-here': {
    title: 'This document is no longer on this computer, and the centre is not reached',
    kept: 'A document that was sent is kept at the centre.',
    next: 'Try again when the network is back.',
  },
  'document-not-at-centre': {
    title: 'This document is not on this computer, and not yet at the centre',
    kept: nothingChanged,
    next: 'Synchronise the computer at which the application was filed, then open it again.',
  },
  'result-not-at-centre': {
    title: 'This finished document is not yet at the centre',
    kept: nothingChanged,
    next: 'Try again later. If it still is not there, call the Dinas with the number of the application.',
  },
  'trip-unknown': {
    title: 'This trip is not among the data of this computer',
    kept: nothingChanged,
    next: 'Synchronise, then open the list of trips again.',
  },
  'trip-started': {
    title: 'This trip has begun',
    kept: nothingChanged,
    next: 'Its plan is not changed any more. Serve others with an ordinary queue number.',
  },
  'trip-not-started': {
    title: 'This trip has not begun on this laptop',
    kept: nothingChanged,
    next: 'Open Ready to go, then start the trip.',
  },
  'trip-closed': {
    title: 'The day was closed on this laptop',
    kept: nothingChanged,
    next: 'Its report is in the list of trips. Plan another trip if people are still to be served.',
  },
  'visit-unknown': {
    title: 'This queue number is not among the data of this computer',
    kept: nothingChanged,
    next: 'Open the queue again.',
  },
  'visits-here': {
    title: 'People are still in the queue',
    kept: nothingChanged,
    next: 'End each number, or mark it as gone or to be visited again, then close the day.',
  },
  'complaint-unknown': {
    title: 'This complaint is not among the data of this computer',
    kept: nothingChanged,
    next: 'Synchronise, then open the list of complaints again.',
  },
  'complaint-withdrawn': {
    title: 'This complaint was withdrawn by the applicant',
    kept: nothingChanged,
    next: 'If the applicant complains again, file a new complaint.',
  },
  'draft-unknown': {
    title: 'This draft is no longer there',
    kept: 'If it was filed, its application is kept.',
    next: 'Open Applications. The draft may have been filed or discarded in another window.',
  },
  'service-unknown': {
    title: 'This service is no longer in the catalogue',
    kept: 'What was typed is kept.',
    next: 'Choose the service that took its place in the new catalogue.',
  },
  'application-unfit': {
    title: 'The application cannot be filed yet',
    kept: 'Everything that was typed is kept.',
    next: 'Put right what is marked, then file again.',
  },
  'application-closed': {
    title: 'This application has ended',
    kept: nothingChanged,
    next: 'Look at its course. File a new application if need be.',
  },
  'not-sent-back': {
    title: 'This application does not wait for repair',
    kept: nothingChanged,
    next: 'Look at its course. It may have been repaired at another computer.',
  },
  'question-unknown': {
    title: "This question is not in this computer's data",
    kept: nothingChanged,
    next: 'Sync, then open Questions once more. It may have been handed to another unit.',
  },
  'question-elsewhere': {
    title: 'This question was handed to another unit',
    kept: nothingChanged,
    next: 'That unit answers it. If the citizen comes here, say where the question went.',
  },
  'question-closed': {
    title: 'This question is closed',
    kept: nothingChanged,
    next: 'Open it again first if there is more to do.',
  },
  'unit-unknown': {
    title: 'This unit is not known',
    kept: nothingChanged,
    next: 'Choose a unit from the list.',
  },
  'answer-has-gaps': {
    title: 'The answer still has empty fields',
    kept: nothingChanged,
    next: 'Fill or remove what stands in braces, then send.',
  },
  'assistance-unknown': {
    title: 'This entry is not there or was taken back',
    kept: nothingChanged,
    next: 'There is nothing to do.',
  },
  'note-has-person': {
    title: 'The note seems to hold personal data',
    kept: nothingChanged,
    next: 'Remove NIK, telephone, e-Kitir number or e-mail address from the note.',
  },
  'kitir-unknown': {
    title: 'This e-Kitir is not on this computer',
    kept: nothingChanged,
    next: 'Sync, then open it again from the list of applications.',
  },
  'kitir-replaced': {
    title: 'This e-Kitir was replaced',
    kept: nothingChanged,
    next: 'Ask for the new e-Kitir. If it is lost, issue it anew.',
  },
  'print-asked': {
    title: 'Not answered yet: did the sheet with the PIN come out?',
    kept: 'The PIN is kept until this is answered.',
    next: 'Look at the printer, then say whether it came out.',
  },
  'pin-gone': {
    title: 'The PIN is not kept any more',
    kept: nothingChanged,
    next: 'The PIN is on the citizen’s sheet. If that is lost, issue the e-Kitir anew.',
  },
}
