import { isMailLink } from '../../shared/handout/mail-link.ts'

const LONGEST = 2000

/**
 * The address, if it may be handed to another program; null: it may not. Only https, and mails of the one form that the page makes: every
 * other scheme can start another program, and a name or password in an address makes it look like another place.
 */
export function checkExternalLink(address: string): URL | null {
  // oxlint-disable-next-line no-control-regex -- addresses with control characters are read differently by different programs
  if (address.length > LONGEST || /[\u0000-\u0020\u007f]/u.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') return isMailLink(address) ? url : null
  return url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '' ? url : null
}
