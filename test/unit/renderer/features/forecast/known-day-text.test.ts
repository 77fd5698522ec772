import { describe, expect, it } from 'vitest'
import { knownDaySentences, signedShare } from '../../../../../renderer/features/forecast/known-day-text.ts'
import type { Forecast } from '../../../../../renderer/features/forecast/forecast-types.ts'
import { american, british } from '../../support/report-fixture.ts'

type KnownDay = Forecast['knownDays'][number]

const THANKSGIVING: KnownDay = {
  date: '2026-11-26',
  name: 'Thanksgiving Day',
  class: 'public',
  effect: -0.61,
  lower80: -0.684,
  upper80: -0.53,
  source: 'own',
  known: [{ date: '2025-11-27', effect: -0.65 }],
  stated: null,
  hours: null,
}

const said = (changes: Partial<KnownDay>): readonly string[] =>
  knownDaySentences([{ ...THANKSGIVING, ...changes }], british).flatMap(({ plain }) => plain)

describe('a known day in words', () => {
  it('says what is expected and what came before', () => {
    expect(said({})).toEqual([
      'Thanksgiving Day, Thu 26 Nov: 61% fewer visitors than usual (80% range −68% to −53%).',
      'It was −65% on 27 Nov 2025.',
    ])
    expect(knownDaySentences([THANKSGIVING], american)[0]!.plain[1]).toBe('It was −65% on Nov 27, 2025.')
  })

  it('says that its effect is not known where it is not, or from which days it is estimated', () => {
    expect(said({ source: 'prior', known: [] })[1]).toBe('Its effect is not known yet, so the range is wider.')
    expect(said({ source: 'class', known: [] })[1]).toBe('Estimated from other holidays.')
  })

  it('holds what the user said against what came', () => {
    const fair = { name: 'Fair', class: 'event', effect: 0.33, lower80: 0.2, upper80: 0.5 } as const
    const stated = { kind: 'share', value: 0.4 } as const
    expect(said({ ...fair, stated, source: 'stated', known: [] })).toEqual([
      'Fair, Thu 26 Nov: 33% more visitors than usual (80% range +20% to +50%).',
      'You expect +40%.',
    ])
    expect(said({ ...fair, stated, known: [{ date: '2026-10-01', effect: 0.31 }] }).slice(1)).toEqual([
      'You expected +40%.',
      'It was +31% on Thu 1 Oct.',
    ])
    const visitors = { kind: 'visitors', value: -1 } as const
    expect(said({ ...fair, stated: visitors, source: 'stated', known: [] })[1]).toBe('You expect 1 visitor fewer.')
  })

  it('is silent about days around holidays that change nothing, and says that an outage to come is uncertain', () => {
    expect(said({ class: 'around', source: 'class', known: [] })).toEqual([])
    expect(said({ class: 'around', effect: -0.2 })).toHaveLength(2)
    expect(said({ class: 'outage', source: 'prior', known: [] })[1]).toBe(
      'Its effect is not known yet, so the range is wider.',
    )
  })

  it('has signs that are no hyphens', () => {
    expect([-0.5, 0, 0.5].map((share) => signedShare(share, british))).toEqual(['−50%', '0%', '+50%'])
  })
})
