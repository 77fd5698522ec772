import { isEmailAddress } from '../foundation/email-address.ts'

/** Mail programs, and the systems that start them, cut longer links. */
export const LONGEST_MAIL_LINK = 1_800

export interface Mail {
  readonly address: string
  readonly subject: string
  readonly body: string
}

/**
 * A link that opens the mail program with a mail to one person; null: it would be too long, or the address is none. Nothing of a text can
 * become a field of the mail: everything is percent-encoded, and there are no fields but the subject and the body.
 */
export function mailLink({ address, subject, body }: Mail): string | null {
  if (!isEmailAddress(address)) return null
  const link = `mailto:${encoded(address)}?subject=${encoded(oneLine(subject))}&body=${encoded(body.replaceAll(/\r\n?|\n/gu, '\r\n'))}`
  return link.length > LONGEST_MAIL_LINK ? null : link
}

/** Whether a link is one of `mailLink`: to one address, with a subject and a body and nothing else, and not too long. */
export function isMailLink(link: string): boolean {
  const match = link.length > LONGEST_MAIL_LINK ? null : OWN.exec(link)
  if (match === null) return false
  try {
    const [address, subject] = [decodeURIComponent(match[1]!), decodeURIComponent(match[2]!)]
    // A line break in a subject would begin a field.
    return decodeURIComponent(match[3]!) !== null && isEmailAddress(address) && !/[\r\n]/u.test(subject)
  } catch {
    return false
  }
}

const TEXT = String.raw`(?:[A-Za-z0-9._~!*'()-]|%[0-9A-F]{2})`
const OWN = new RegExp(`^mailto:(${TEXT}+)\\?subject=(${TEXT}*)&body=(${TEXT}*)$`, 'u')

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim()
}
