import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMailLink, LONGEST_MAIL_LINK, mailLink } from '../../../shared/handout/mail-link.ts'
import { tries } from '../../support/deep.ts'

const mail = { address: 'ann@example.com', subject: 'Your shifts', body: 'New: Mon\nCanceled: Tue' }

describe('a link that opens a mail', () => {
  it('goes to one person, with a subject and a text and nothing else', () => {
    expect(mailLink(mail)).toBe(
      'mailto:ann%40example.com?subject=Your%20shifts&body=New%3A%20Mon%0D%0ACanceled%3A%20Tue',
    )
    expect(isMailLink(mailLink(mail)!)).toBe(true)
  })

  it('has nothing in it that a text could make a field of, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.constantFrom('a&cc=eve@example.com', 'a\r\nBcc: eve@example.com', '%0d%0abcc:eve', '#?&=+'),
        ),
        (subject, body) => {
          const link = mailLink({ ...mail, subject, body })!
          expect(isMailLink(link)).toBe(true)
          const url = new URL(link)
          expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
          expect(decodeURIComponent(url.pathname)).toBe(mail.address)
          expect(/[\r\n]/u.test(url.searchParams.get('subject')!)).toBe(false)
        },
      ),
      tries(300, 31),
    )
  })

  it('is none for several people, for no address, or where it would be cut', () => {
    for (const address of ['a@example.com,b@example.com', 'ann', 'a@b?cc=eve@example.com', ''])
      expect(mailLink({ ...mail, address })).toBeNull()
    const longest = 'x'.repeat(LONGEST_MAIL_LINK - mailLink({ ...mail, body: '' })!.length)
    expect(mailLink({ ...mail, body: longest })).toHaveLength(LONGEST_MAIL_LINK)
    expect(mailLink({ ...mail, body: `${longest}x` })).toBeNull()
  })

  it.each([
    'mailto:ann@example.com?subject=a&body=b',
    'mailto:ann%40example.com?subject=a&body=b&cc=eve%40example.com',
    'mailto:ann%40example.com?cc=eve%40example.com&subject=a&body=b',
    'mailto:ann%40example.com%2Ceve%40example.com?subject=a&body=b',
    'mailto:ann%40example.com?subject=a%0D%0ABcc%3A%20eve%40example.com&body=b',
    'mailto:ann%40example.com?subject=a&body=%FF',
    'mailto:?subject=a&body=b',
    'mailto:ann%40example.com',
    'MAILTO:ann%40example.com?subject=a&body=b',
    'https://example.com/?subject=a&body=b',
    `mailto:ann%40example.com?subject=a&body=${'b'.repeat(1_800)}`,
  ])('is not %s', (link) => {
    expect(isMailLink(link)).toBe(false)
  })
})
