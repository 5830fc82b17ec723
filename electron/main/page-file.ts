import { join, normalize, sep } from 'node:path'

/** The file of the page for a path of its address; null for what lies outside of the folder, however it is written, and for what is no path at all. */
export function pageFile(folder: string, pathname: string): string | null {
  try {
    const file = normalize(join(folder, decodeURIComponent(pathname)))
    return file.startsWith(folder + sep) && !file.includes('\u0000') ? file : null
  } catch {
    return null
  }
}
