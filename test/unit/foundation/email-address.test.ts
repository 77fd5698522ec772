import { describe, expect, it } from 'vitest'
import { isEmailAddress } from '../../../shared/foundation/email-address.ts'

describe('an email address', () => {
  it.each(['ann@example.com', 'ann.lee+work@mail.example.co.uk', "o'hara@example.com", 'jürgen@müller.example', 'a@b'])(
    'is %s',
    (text) => {
      expect(isEmailAddress(text)).toBe(true)
    },
  )

  it.each([
    '',
    'ann',
    'ann@',
    '@example.com',
    'ann@example.com, bob@example.com',
    'ann@example.com;bob@example.com',
    'Ann <ann@example.com>',
    'ann@example.com?cc=eve@example.com',
    'ann@example.com&bcc=eve@example.com',
    'ann%0d%0abcc:eve@example.com',
    'ann@exa mple.com',
    'ann@example..com',
    'ann\n@example.com',
    'ann\u0000@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(255)}`,
  ])('is not %j', (text) => {
    expect(isEmailAddress(text)).toBe(false)
  })
})
