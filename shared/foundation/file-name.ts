import { clip } from './clip.ts'

/** UTF-16 units; with an extension within the 255 bytes that file systems take. */
const LONGEST_NAME = 80
/** Windows takes these for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[. ])/iu

/** A file's name made from what users typed: every file system takes it. */
export function safeFileName(name: string, extension: string): string {
  const safe = name
    .normalize('NFC')
    // Half of a pair, and marks that turn the order of what follows.
    .replaceAll(/\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\s\u0000-\u001f<>:"/\\|?*\u007f]+/gu, ' ')
    .replace(/^[. ]+/u, '')
  const usable = clip(safe, LONGEST_NAME).trim() || 'covercast'
  return `${usable.replace(DEVICE, '$&_')}.${extension}`
}
