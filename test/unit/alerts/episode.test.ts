import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CALM,
  dismissAlert,
  isFresh,
  isQuietHour,
  stepAlert,
  type AlertLook,
  type AlertState,
} from '../../../shared/alerts/episode.ts'
import { chanceBelow } from '../../../shared/alerts/chance-below.ts'
import { incompleteBeta } from '../../../shared/alerts/incomplete-beta.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'

/** What happens over looks five minutes apart. */
function eventsOf(
  chances: readonly (number | null)[],
  { isQuiet = () => false, every = 5 }: { readonly isQuiet?: (look: number) => boolean; readonly every?: number } = {},
): readonly ('raise' | 'clear' | null)[] {
  let state: AlertState = CALM
  return chances.map((chance, look) => {
    const step = stepAlert(state, { at: look * every * MINUTE_MS, chance, isQuiet: isQuiet(look), every, forMs: 0 })
    state = step.state
    return step.event?.kind ?? null
  })
}

function statesOf(chances: readonly number[]): readonly AlertState[] {
  let state: AlertState = CALM
  return chances.map(
    (chance, look) =>
      (state = stepAlert(state, { at: look * 5 * MINUTE_MS, chance, isQuiet: false, every: 5, forMs: 0 }).state),
  )
}

describe('an episode', () => {
  it('is raised above 0.95, stays in between, and clears under 0.80', () => {
    expect(eventsOf([0.5, 0.95, 0.951, 0.99, 0.9, 0.8, 0.799, 0.9])).toEqual([
      null,
      null,
      'raise',
      null,
      null,
      null,
      'clear',
      null,
    ])
  })

  it('is one an episode, also where it seemed over for a while', () => {
    expect(eventsOf([0.99, 0.5, 0.99, 0.5, 0.99]).filter((event) => event === 'raise')).toHaveLength(1)
    const apart = [0.99, 0.5, ...Array.from({ length: 25 }, () => 0.5), 0.99]
    expect(eventsOf(apart).filter((event) => event === 'raise')).toHaveLength(2)
  })

  it('is not told of in quiet hours, and then if it still goes on', () => {
    const isQuiet = (look: number): boolean => look < 3
    expect(eventsOf([0.99, 0.99, 0.99, 0.99, 0.99], { isQuiet })).toEqual([null, null, null, 'raise', null])
    expect(eventsOf([0.99, 0.99, 0.5, 0.5, 0.5], { isQuiet })).toEqual([null, null, null, null, null])
    // Nobody was told of what was over before anybody wanted to know, so what comes next is news.
    expect(eventsOf([0.99, 0.5, 0.5, 0.99], { isQuiet })).toEqual([null, null, null, 'raise'])
  })

  it('stays where it is while nothing is known, and is forgotten after three hours of that', () => {
    expect(eventsOf([0.99, null, null, 0.99, 0.5])).toEqual(['raise', null, null, null, 'clear'])
    const gap = [0.99, ...Array.from({ length: 40 }, () => null), 0.99]
    expect(eventsOf(gap).filter((event) => event !== null)).toEqual(['raise', 'raise'])
  })

  it('is one also where syncs are further apart than that', () => {
    expect(eventsOf([0.99, 0.99, 0.99, 0.5], { every: 4 * 60 })).toEqual(['raise', null, null, 'clear'])
  })

  it('goes on as the same one, known by when it began, where it comes back within two hours', () => {
    const states = statesOf([0.99, 0.99, 0.5, 0.99])
    expect(states.map((state) => (state.kind === 'low' ? state.since : null))).toEqual([0, 0, null, 0])
    const dismissed = dismissAlert(states[1]!)
    const calm = stepAlert(dismissed, { at: 10 * MINUTE_MS, chance: 0.5, isQuiet: false, every: 5, forMs: 0 }).state
    expect(stepAlert(calm, { at: 15 * MINUTE_MS, chance: 0.99, isQuiet: false, every: 5, forMs: 0 })).toMatchObject({
      event: null,
      state: { since: 0, dismissed: true },
    })
    expect(
      stepAlert(calm, { at: 10 * 60 * MINUTE_MS, chance: 0.99, isQuiet: false, every: 5, forMs: 0 }),
    ).toMatchObject({
      event: { kind: 'raise' },
      state: { dismissed: false },
    })
    expect(dismissAlert(CALM)).toEqual(CALM)
  })

  it('is raised anew where it relapses and then lasts an hour, since those who were notified read that it was over', () => {
    const lasting = [0.99, 0.5, ...Array.from({ length: 14 }, () => 0.99), 0.5]
    expect(eventsOf(lasting).flatMap((event, look) => (event === null ? [] : [[look, event]]))).toEqual([
      [0, 'raise'],
      [1, 'clear'],
      [14, 'raise'],
      [16, 'clear'],
    ])
  })

  it('is raised only once it has lasted as long as its rule wants, and not at all where it ends before', () => {
    const forMs = 15 * MINUTE_MS
    const look = (state: AlertState, minute: number, chance: number) =>
      stepAlert(state, { at: minute * MINUTE_MS, chance, isQuiet: false, every: 5, forMs })
    const begun = look(CALM, 0, 0.99)
    expect([begun.event, look(begun.state, 10, 0.99).event, look(begun.state, 10, 0.5).event]).toEqual([
      null,
      null,
      null,
    ])
    expect(look(begun.state, 15, 0.99).event).toEqual({ kind: 'raise', since: 0 })
  })

  it('is over for those who were notified also where nobody looked for hours', () => {
    const raised = stepAlert(CALM, { at: 0, chance: 0.99, isQuiet: false, every: 5, forMs: 0 }).state
    expect(stepAlert(raised, { at: 300 * MINUTE_MS, chance: 0.5, isQuiet: false, every: 5, forMs: 0 }).event).toEqual({
      kind: 'clear',
      since: 0,
    })
  })

  it('is old news an hour after it was last seen, or after two syncs where these are further apart', () => {
    const low = { kind: 'low', since: 0, seenAt: 0, relapsedAt: null, told: true, dismissed: false } as const
    expect([60, 61].map((minutes) => isFresh(low, { now: minutes * MINUTE_MS, every: 5 }))).toEqual([true, false])
    expect([480, 481].map((minutes) => isFresh(low, { now: minutes * MINUTE_MS, every: 240 }))).toEqual([true, false])
  })

  it('clears nothing that was not raised, and raises nothing twice', () => {
    const look = fc.tuple(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), fc.boolean())
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        const told = eventsOf(
          looks.map(([chance]) => chance),
          { isQuiet: (index) => looks[index]![1] },
        ).filter((event) => event !== null)
        // They take turns; an episode goes on unheard where it begins again within two hours, so clears may follow one another.
        expect(told[0] ?? 'raise').toBe('raise')
        expect(told.filter((event, index) => event === 'raise' && told[index - 1] === 'raise')).toEqual([])
      }),
      tries(500, 4),
    )
  })

  it('is never raised in quiet time, nor where it is not sure', () => {
    const look: fc.Arbitrary<AlertLook> = fc.record({
      at: fc.constant(0),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      isQuiet: fc.boolean(),
      every: fc.constant(5),
      forMs: fc.constantFrom(0, 15 * MINUTE_MS),
    })
    fc.assert(
      fc.property(fc.array(look, { maxLength: 40 }), (looks) => {
        let state: AlertState = CALM
        const wrong = looks.filter((one, index) => {
          const step = stepAlert(state, { ...one, at: index * 5 * MINUTE_MS })
          state = step.state
          return (
            (step.event?.kind === 'raise' && (one.isQuiet || one.chance! <= 0.95)) ||
            (step.event?.kind === 'clear' && one.chance! >= 0.8)
          )
        })
        expect(wrong).toEqual([])
      }),
      tries(300, 6),
    )
  })
})

describe('quiet hours', () => {
  it('may pass midnight', () => {
    const night = { from: 22, to: 7 }
    expect([21, 22, 23, 0, 6, 7, 12].map((hour) => isQuietHour(hour, night))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    expect([11, 12, 13, 14].map((hour) => isQuietHour(hour, { from: 12, to: 14 }))).toEqual([false, true, true, false])
    expect(isQuietHour(3, null)).toBe(false)
    expect(isQuietHour(3, { from: 3, to: 3 })).toBe(false)
  })
})

describe('how sure it is that coverage is under its target', () => {
  it('knows the incomplete beta function', () => {
    // I_x(2, 3) = x²(6 - 8x + 3x²); I_x(a, 1) = x^a; I_x(½, ½) = (2/π) asin √x.
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(0.6875, 10)
    expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 12)
    expect(incompleteBeta(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 9)
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1])
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.2, max: 200, noNaN: true }),
        fc.double({ min: 0.2, max: 200, noNaN: true }),
        (x, a, b) => {
          expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9)
        },
      ),
      tries(200, 8),
    )
  })

  it('hears little from few visitors, and much from many', () => {
    expect(chanceBelow(0.9, { visitors: 0, covered: 0 })).toBeGreaterThan(0.3)
    expect(chanceBelow(0.9, { visitors: 0, covered: 0 })).toBeLessThan(0.6)
    expect(chanceBelow(0.9, { visitors: 2, covered: 1 })).toBeLessThan(0.95)
    expect(chanceBelow(0.9, { visitors: 60, covered: 40 })).toBeGreaterThan(0.99)
    expect(chanceBelow(0.9, { visitors: 60, covered: 58 })).toBeLessThan(0.3)
    expect(chanceBelow(1, { visitors: 60, covered: 60 })).toBeLessThan(0.8)
  })

  it('grows with every visitor who finds nobody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 299 }),
        fc.integer({ min: 10, max: 100 }),
        (visitors, some, percent) => {
          const covered = Math.min(some, visitors - 1)
          const target = percent / 100
          expect(chanceBelow(target, { visitors, covered })).toBeGreaterThanOrEqual(
            chanceBelow(target, { visitors, covered: covered + 1 }) - 1e-9,
          )
        },
      ),
      tries(300, 9),
    )
  })
})
