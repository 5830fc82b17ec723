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
  privacy: 'Citizens’ data is protected by law. Each opening is recorded under your name.',
  office: 'Civil registration office, {{city}} · Loket {{version}}',
  place: 'Kecamatan {{kecamatan}} · {{city}}',
  nobody: 'Nobody is known on this computer yet',
  nobodyNext: 'Sign in with a username while connected.',
}
