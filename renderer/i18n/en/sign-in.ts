import type { signIn as words } from '../id/sign-in.ts'
import type { Translated } from '../words.ts'

export const signIn: Translated<typeof words> = {
  whoWorks: 'Who is on duty?',
  choose: 'choose',
  lastSignIn: 'last {{time}}',
  needsOnline: 'needs the network first',
  otherName: 'Another name',
  fromList: 'Choose from the list',
  username: 'Username',
  greeting: {
    morning: 'Good morning, {{name}}',
    noon: 'Good day, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
  },
  greetingUnknown: 'Welcome',
  lead: 'Enter your password to open the desk.',
  leadUnknown: 'Enter username and password.',
  password: 'Password',
  reveal: 'Show or hide the password',
  hint: 'The same password unlocks the screen.\nAfter 5 wrong tries sign-in is locked for some minutes.',
  scanWaits: 'The scan was not opened. Enter the password first, then scan again.',
  triesLeft_one: '{{count}} try left.',
  triesLeft_other: '{{count}} tries left.',
  lockedUntil: 'Locked until {{time}}.',
  enter: 'Sign in',
  offline: {
    title: 'No network, work goes on',
    days_one: 'Sign-in without a network is valid for {{count}} more day.',
    days_other: 'Sign-in without a network is valid for {{count}} more days.',
    never: 'This person must sign in once with the network. Choose another one, or connect.',
  },
  byFile: {
    title: 'The centre has not checked this password for too long',
    why: 'Connect the network once, then sign in. With no network at all the queue can be carried on a USB stick; the desk stays locked.',
    save: 'Save the queue to a file…',
    open: 'Open the centre’s answer…',
    saveLead:
      'Everything unsent is sealed for the centre: no citizen’s data are seen, and only the centre can open it. Noted under the name of {{name}}.',
    openLead:
      'The centre’s answer to this computer’s queue. The desk stays locked afterwards, until somebody signs in with a network. Noted under the name of {{name}}.',
    hint: 'The password last used at this computer.\nAfter 5 wrong ones it is locked for some minutes.',
  },
  privacy:
    'Citizens’ data is protected by UU 24/2013 and UU 27/2022; misuse is punishable.\nEach opening is recorded under your name.',
  office: 'Civil registration office, {{city}} · Loket {{version}}',
  place: 'Kecamatan {{kecamatan}} · {{city}}',
  nobody: 'Nobody is known on this computer yet',
  nobodyNext: 'Sign in with a username while connected.',
}
