/** Licences that ask for no more than their own text beside the program. */
const permissive = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT'],
  ...['OFL-1.1', 'Python-2.0', 'Unlicense', 'WTFPL', 'Zlib'],
]

/** Those whose own files have to be given away when they are: fine for tools that are not. */
const forToolsOnly = ['MPL-2.0']

/** May a package under this licence be used? `OR` needs one that is allowed, `AND` all of them. */
export function isAllowed(licence: string, forDevelopment: boolean): boolean {
  const allowed = forDevelopment ? [...permissive, ...forToolsOnly] : permissive
  const alternatives = licence.replaceAll(/[()]/g, '').split(/ or /i)
  return alternatives.some((one) => one.split(/ and /i).every((name) => allowed.includes(name.trim())))
}
