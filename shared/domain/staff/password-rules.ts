/** What a password of a person may not be. Length counts more than signs; what everybody tries first counts most. */
export type PasswordFault = 'password-short' | 'password-own-name' | 'password-common' | 'password-same'

export const shortestPassword = 10

/** Who it is for: names that a stranger tries first. */
export interface PasswordOwner {
  readonly username: string
  readonly name: string
  /** Name of the unit and of the city. */
  readonly office: readonly string[]
}

/**
 * Words that passwords of this office are made of, and what leaked lists begin with: with digits and signs around them they are no password.
 * (Own selection of the most used words of public leak lists, for passwords of ten characters and more.)
 */
const common = new Set(
  `password passwort sandi katasandi rahasia admin administrator operator petugas pengawas supervisor loket klampid kng disdukcapil
  dispendukcapil dukcapil kependudukan kelurahan kecamatan surabaya indonesia jakarta jawatimur bismillah alhamdulillah assalamualaikum
  sayangku sayang cintaku iloveyou welcome selamatdatang letmein qwerty qwertyuiop qwertyui asdfghjkl asdfgh zxcvbnm qazwsx qazwsxedc
  abcdefghij abcdefgh persebaya merdeka garuda pancasila dragon monkey football baseball superman batman princess sunshine samsung
  changeme default computer internet qwertyasdf`.split(/\s+/),
)

/** What a word is compared by: small letters without what only parts them. */
const loose = (text: string) => text.toLowerCase().replace(/[^a-z0-9@$!]/g, '')
const letterOf: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
/** Signs that stand for letters: p4ssw0rd. As many characters as before. */
const read = (text: string) => [...text].map((sign) => letterOf[sign] ?? sign).join('')

/** What is wrong with a password for this person; null: nothing. `before`: the one it takes the place of. */
export function passwordFault(password: string, owner: PasswordOwner, before?: string): PasswordFault | null {
  if (password.length < shortestPassword) return 'password-short'
  if (password === before) return 'password-same'
  if (isOwnName(password, owner)) return 'password-own-name'
  return isCommon(password) ? 'password-common' : null
}

/** Made of the own name, the user name or the office, and digits or signs around it. */
function isOwnName(password: string, { username, name, office }: PasswordOwner): boolean {
  const words = [username, name, ...name.split(/\s+/), ...office, ...office.flatMap((one) => one.split(/\s+/))]
  return words.map(loose).some((word) => word.length >= 3 && isMadeOf(password, word))
}

const isCommon = (password: string): boolean => isPoor(password) || [...common].some((word) => isMadeOf(password, word))

/** The word once or again and again, and besides it no letter. */
function isMadeOf(password: string, word: string): boolean {
  const text = loose(password)
  return [text, read(text)].some((spelled) => {
    const rest = withoutWord(text, spelled, word)
    return rest !== null && !/[a-z]/.test(rest)
  })
}

/** What is left of the text where its spelling does not say the word; null where it never does. */
function withoutWord(text: string, spelled: string, word: string): string | null {
  let rest = ''
  let from = 0
  for (let at = spelled.indexOf(word); at >= 0; at = spelled.indexOf(word, from)) {
    rest += text.slice(from, at)
    from = at + word.length
  }
  return from === 0 ? null : rest + text.slice(from)
}

/** Few different signs, or nearly all of them one after the other. */
function isPoor(password: string): boolean {
  if (new Set(password).size < 5) return true
  const steps = [...password].slice(1).map((sign, at) => sign.charCodeAt(0) - password.charCodeAt(at))
  // 1234567890 has one step that is not even.
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length - 1
}
