import { describe, expect, expectTypeOf, it } from 'vitest'
import { createTexts } from '../../../shared/language/texts.ts'

const messages = {
  title: 'Coverage',
  missed: '{count, plural, one {# visitor missed} other {# visitors missed}} in {pool}',
  kind: '{kind, select, last {Last week} other {This week}}',
  log: 'See <link>the log</link> of {day}.',
  days: { mon: 'Monday', tue: 'Tuesday' },
} as const

const english = createTexts(messages, { locale: 'en-GB' })

describe('texts', () => {
  it('without arguments are strings', () => {
    expect(english.title).toBe('Coverage')
    expect(english.days.tue).toBe('Tuesday')
  })

  it('with a sign that is no tag are strings, too', () => {
    const signs = createTexts({ share: '<1%', visitors: '< 1', arrow: 'a <-> b' }, { locale: 'en' })
    expect([signs.share, signs.visitors, signs.arrow]).toEqual(['<1%', '< 1', 'a <-> b'])
  })

  it('with arguments are functions of them', () => {
    expect(english.missed({ count: 1, pool: 'Sales' })).toBe('1 visitor missed in Sales')
    expect(english.missed({ count: 1234, pool: 'Sales' })).toBe('1,234 visitors missed in Sales')
    expect(english.kind({ kind: 'last' })).toBe('Last week')
    expect(english.kind({ kind: 'this' })).toBe('This week')
  })

  it('with tags answer their parts', () => {
    const parts = english.log({ day: 'Monday', link: (text) => ({ text }) })
    expect(parts).toEqual(['See ', { text: 'the log' }, ' of Monday.'])
    expect(createTexts({ all: '<b>Now</b>' }, { locale: 'en' }).all({ b: (text) => text })).toEqual(['Now'])
  })

  it('write numbers as the language does', () => {
    expect(createTexts(messages, { locale: 'de-DE' }).missed({ count: 1234, pool: 'Sales' })).toContain('1.234')
  })

  it('know what they are given', () => {
    expectTypeOf(english.title).toEqualTypeOf<string>()
    expectTypeOf(english.missed).parameter(0).toEqualTypeOf<{ count: number; pool: string }>()
    // @ts-expect-error -- a number is written by the formatter, as a text
    expect(english.missed({ count: 1, pool: 3 })).toContain('3')
    // @ts-expect-error -- an argument is missing
    expect(() => english.missed({ count: 1 })).toThrow(/pool/u)
    // @ts-expect-error -- there is no such message
    expect(english.nothing).toBeUndefined()
  })
})

describe('the pseudo-language', () => {
  const pseudo = createTexts(messages, { locale: 'en', pseudo: true })

  it('has brackets, accents and more room, and leaves arguments and tags as they are', () => {
    expect(pseudo.title).toBe('⟦Çööṽééřààğéé⟧')
    expect(pseudo.missed({ count: 2, pool: 'Sales' })).toMatch(/^⟦2 .*Sales⟧$/u)
    const parts = pseudo.log({ day: 'Monday', link: (text) => ({ text }) })
    expect(parts.at(0)).toMatch(/^⟦/u)
    expect(parts.at(-1)).toMatch(/Monday\.⟧$/u)
  })

  it('is about a third longer', () => {
    const text = 'Visitors missed while no agent was online'
    const { length } = createTexts({ text }, { locale: 'en', pseudo: true }).text
    expect(length / text.length).toBeGreaterThan(1.3)
    expect(length / text.length).toBeLessThan(1.5)
  })
})
