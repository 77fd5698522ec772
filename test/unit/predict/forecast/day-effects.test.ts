import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayEffects } from '../../../../shared/predict/forecast/day-effects.ts'
import {
  extraCvs,
  sum,
  withEffects,
  type DayEffect,
  type KnownDayEffect,
  type WeekEffects,
} from '../../../../shared/predict/forecast/week-effects.ts'
import { effectPosterior, type EffectComponent } from '../../../../shared/predict/forecast/effect-posterior.ts'
import { wholeDay, type KnownDay } from '../../../../shared/predict/forecast/known-days.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { tries } from '../../../support/deep.ts'
import { FIRST_DATE, makeSeries, type MadeUpSeries } from './made-up-series.ts'

const WEEKS = 60
const USUAL: MadeUpSeries = makeSeries({ level: 60, slotMinutes: 60, weeks: WEEKS }, 7)
const NEXT = addDays(FIRST_DATE, 7 * WEEKS)
const WEEK = new Float64Array(168).fill(10)

const holiday = (date: string, name: string): KnownDay => wholeDay(date, { class: 'public', name })
const dateOf = (week: number, day: number): string => addDays(FIRST_DATE, 7 * week + day)

/** The series with the visitors of some dates changed. */
function changed(factors: ReadonlyMap<string, number | ((hour: number) => number)>): MadeUpSeries {
  const visitors = USUAL.visitors.map((value, slot) => {
    const factor = factors.get(addDays(FIRST_DATE, Math.floor(slot / 24))) ?? 1
    return Math.round(value * (typeof factor === 'number' ? factor : factor(slot % 24)))
  })
  return { ...USUAL, visitors }
}

/** What is expected of a day of the week after the series, and of the first thing that is known of it. */
function effectOn(
  day: number,
  knownDays: readonly KnownDay[],
  counts: MadeUpSeries = USUAL,
): DayEffect & KnownDayEffect {
  const effect = weekWith(knownDays, counts)[day]!
  return { ...effect, ...effect.known[0]! }
}

/** A day of the week after the series against a usual one, with all that is known of it. */
function factorOf(day: number, knownDays: readonly KnownDay[]): number {
  const [usual, mean] = [WEEK_BEFORE, withEffects(WEEK_BEFORE, weekWith(knownDays))].map((week) =>
    sum(week.subarray(24 * day, 24 * (day + 1))),
  )
  return mean! / usual!
}

function weekWith(knownDays: readonly KnownDay[], counts: MadeUpSeries = USUAL): WeekEffects {
  return dayEffects({ counts, firstDate: FIRST_DATE, knownDays }).ofWeek(NEXT, WEEKS, WEEK_BEFORE)
}

const WEEK_BEFORE = USUAL.perfect.subarray(0, 168)

describe('the effect of a known day', () => {
  it('is what is usual anywhere before one was seen: a holiday × 0.6, with room for much less and more', () => {
    const { factor, range80, basis, earlier } = effectOn(2, [holiday(addDays(NEXT, 2), 'Midweek')])
    expect([basis, earlier]).toEqual(['prior', []])
    expect(factor).toBeCloseTo(0.6, 12)
    expect(range80[0]).toBeLessThan(0.3)
    expect(range80[1]).toBeGreaterThan(1.1)
  })

  it('is nearly what came last year of the same name, and surer', () => {
    const last = holiday(dateOf(10, 3), 'Thanksgiving Day')
    const next = { ...last, date: addDays(NEXT, 3) }
    const effect = effectOn(3, [last, next], changed(new Map([[last.date, 0.35]])))
    expect(effect.basis).toBe('own')
    expect(effect.earlier).toHaveLength(1)
    expect(effect.earlier[0]!.factor).toBeCloseTo(0.35, 1)
    expect(effect.factor).toBeGreaterThan(0.33)
    expect(effect.factor).toBeLessThan(0.42)
    expect(effect.range80[1]).toBeLessThan(0.55)
  })

  it('leans on other holidays where its own name was never seen', () => {
    const dates = [4, 14, 24, 34, 44].map((week) => dateOf(week, 2))
    const days = dates.map((date, index) => holiday(date, `Day ${index}`))
    const coming = holiday(addDays(NEXT, 2), 'New one')
    const quiet = effectOn(2, [...days, coming], changed(new Map(dates.map((date) => [date, 0.3]))))
    const ordinary = effectOn(2, [...days, coming])
    expect([quiet.basis, ordinary.basis]).toEqual(['class', 'class'])
    expect(quiet.factor).toBeLessThan(0.45)
    expect(ordinary.factor).toBeGreaterThan(0.85)
  })

  it('is what the user said, until it was seen', () => {
    const fair: KnownDay = {
      ...wholeDay(addDays(NEXT, 1), { class: 'event', name: 'Fair' }),
      stated: { kind: 'share', value: 0.4 },
    }
    const said = effectOn(1, [fair])
    expect(said.basis).toBe('stated')
    expect(said.factor).toBeCloseTo(1.4, 12)
    const last = { ...fair, date: dateOf(20, 1) }
    const seen = effectOn(1, [last, fair], changed(new Map([[last.date, 1.9]])))
    expect(seen.basis).toBe('own')
    expect(seen.factor).toBeGreaterThan(1.6)
    expect(seen.factor).toBeLessThan(1.9)
  })

  it('is a number of visitors where the user said one, and only in its hours', () => {
    const event: KnownDay = {
      ...wholeDay(addDays(NEXT, 1), { class: 'event', name: 'Webinar' }),
      hours: { start: 600, end: 720 },
      stated: { kind: 'visitors', value: 30 },
    }
    const effects = dayEffects({ counts: USUAL, firstDate: FIRST_DATE, knownDays: [event] }).ofWeek(NEXT, WEEKS, WEEK)
    const mean = withEffects(WEEK, effects)
    expect(mean.map((value, slot) => value - WEEK[slot]!).reduce((sum, more) => sum + more, 0)).toBeCloseTo(30, 9)
    expect([mean[24 + 9], mean[24 + 10], mean[24 + 11], mean[24 + 12]]).toEqual([
      10,
      expect.closeTo(25),
      expect.closeTo(25),
      10,
    ])
    expect(extraCvs(mean, effects).days.map((cv) => cv > 0)).toEqual([false, true, false, false, false, false, false])
  })

  it('brings a stated number of visitors once, however the day is cut by others', () => {
    const date = addDays(NEXT, 2)
    const usual = sum(WEEK_BEFORE.subarray(48, 72))
    const more: KnownDay = {
      ...wholeDay(date, { class: 'event', name: 'Launch' }),
      stated: { kind: 'visitors', value: usual },
    }
    const small: KnownDay = {
      ...wholeDay(date, { class: 'event', name: 'Talk' }),
      stated: { kind: 'share', value: 0.01 },
      hours: { start: 600, end: 720 },
    }
    expect(factorOf(2, [more])).toBeCloseTo(2, 1)
    expect(factorOf(2, [more, small])).toBeCloseTo(2, 1)
  })

  it('is unknown of an outage to come, and nothing of one that is over', () => {
    const day = (date: string): KnownDay => wholeDay(date, { class: 'outage', name: date })
    const week = weekWith([day(dateOf(40, 2)), day(addDays(NEXT, 2))])
    const mean = withEffects(WEEK_BEFORE, week)
    expect(mean).toEqual(WEEK_BEFORE)
    expect(extraCvs(mean, week).days.map((cv) => cv > 0.3)).toEqual([false, false, true, false, false, false, false])
    const known = [day(dateOf(40, 2))]
    expect(
      dayEffects({ counts: USUAL, firstDate: FIRST_DATE, knownDays: known }).ofWeek(dateOf(40, 0), 40, WEEK_BEFORE),
    ).toEqual(Array.from({ length: 7 }, () => null))
  })

  it('adds the numbers of visitors that are stated, to each other and to what else is known', () => {
    const date = addDays(NEXT, 2)
    const usual = sum(WEEK_BEFORE.subarray(48, 72))
    const launch: KnownDay = {
      ...wholeDay(date, { class: 'event', name: 'Launch' }),
      stated: { kind: 'visitors', value: usual },
    }
    const talk: KnownDay = { ...launch, name: 'Talk', stated: { kind: 'visitors', value: 0.5 * usual } }
    const fewer: KnownDay = { ...launch, name: 'Fewer', stated: { kind: 'share', value: -0.4 } }
    expect(factorOf(2, [launch, talk])).toBeCloseTo(2.5, 9)
    expect(factorOf(2, [launch, fewer, talk])).toBeCloseTo(2.1, 9)
  })

  it('is what each of several things does alone', () => {
    const date = addDays(NEXT, 2)
    const fair: KnownDay = {
      ...wholeDay(date, { class: 'event', name: 'Fair' }),
      stated: { kind: 'share', value: 1.5 },
    }
    const tiny: KnownDay = { ...fair, name: 'Tiny', stated: { kind: 'share', value: 0.01 } }
    const { known } = weekWith([fair, tiny])[2]!
    expect(known.map(({ day, factor, basis }) => [day.name, factor, basis])).toEqual([
      ['Fair', expect.closeTo(2.5, 9), 'stated'],
      ['Tiny', expect.closeTo(1.01, 9), 'stated'],
    ])
  })

  it('has Sunday’s hours where holidays are like Sundays', () => {
    // Mondays with a late, thin day: shaped like this series' Sundays, not like its Mondays.
    const dates = [4, 12, 20, 28, 36, 44].map((week) => dateOf(week, 0))
    const sundays = new Map(
      dates.map((date) => [
        date,
        (hour: number) => {
          const [sunday, monday] = [USUAL.perfect[6 * 24 + hour]!, USUAL.perfect[hour]!]
          return hour < 12 ? (0.2 * sunday) / monday : sunday / monday
        },
      ]),
    )
    const asSunday = changed(sundays)
    const visitors = asSunday.visitors.map((value, slot) =>
      Math.floor(slot / 24) % 7 === 6 && slot % 24 < 12 ? Math.round(value * 0.2) : value,
    )
    const days = dates.map((date, index) => holiday(date, `Day ${index}`))
    const effect = effectOn(0, [...days, holiday(NEXT, 'Monday off')], { ...asSunday, visitors })
    expect(effect.likeDay).toBe(6)
    expect(effectOn(0, [...days, holiday(NEXT, 'Monday off')]).likeDay).toBeNull()
  })

  it('is learned from nothing that comes after the origin', () => {
    const last = holiday(dateOf(40, 3), 'Thanksgiving Day')
    const next = { ...last, date: dateOf(50, 3) }
    const at45 = (counts: MadeUpSeries): DayEffect | null =>
      dayEffects({ counts, firstDate: FIRST_DATE, knownDays: [last, next] }).ofWeek(dateOf(50, 0), 45, WEEK)[3]!
    const later = changed(new Map(Array.from({ length: 100 }, (_, day) => [dateOf(45, day), 5])))
    expect(at45(later)).toEqual(at45(USUAL))
    expect(at45(USUAL)!.known[0]!.earlier).toHaveLength(1)
  })

  it('never leaves a range as it was, and never makes a day’s visitors negative', () => {
    fc.assert(
      fc.property(
        fc.record({
          ofDay: fc.constantFrom('public', 'special', 'around', 'bridge', 'observance', 'event', 'outage'),
          weight: fc.double({ min: 0.05, max: 1, noNaN: true }),
          day: fc.integer({ min: 0, max: 6 }),
          from: fc.option(fc.integer({ min: 0, max: 22 })),
          stated: fc.option(fc.double({ min: -0.98, max: 5, noNaN: true })),
        }),
        ({ ofDay, weight, day, from, stated }) => {
          const known: KnownDay = {
            date: addDays(NEXT, day),
            class: ofDay,
            name: 'Some day',
            weight,
            hours: from === null ? null : { start: 60 * from, end: 60 * from + 90 },
            stated: stated === null ? null : { kind: 'share', value: stated },
          }
          const effects = dayEffects({ counts: USUAL, firstDate: FIRST_DATE, knownDays: [known] }).ofWeek(
            NEXT,
            WEEKS,
            WEEK,
          )
          const mean = withEffects(WEEK, effects)
          const cvs = extraCvs(mean, effects)
          expect(cvs.days[day]).toBeGreaterThan(0)
          expect(cvs.slots[day]).toBeGreaterThanOrEqual(cvs.days[day]!)
          expect(mean.every((value) => value > 0 && Number.isFinite(value))).toBe(true)
        },
      ),
      tries(60, 3),
    )
  })
})

describe('what observations say of effects', () => {
  const part = (of: Partial<EffectComponent> = {}): EffectComponent => ({
    mean: -0.5,
    class: 'public',
    name: 'A',
    common: 0.3,
    ofClass: 0.25,
    ofName: 0.43,
    ...of,
  })

  it('is the prior without any, and the weighted mean of prior and one', () => {
    const prior = 0.3 ** 2 + 0.25 ** 2 + 0.43 ** 2
    expect(effectPosterior([]).effectOf([part()])).toEqual({ log: -0.5, variance: expect.closeTo(prior, 12) })
    const seen = effectPosterior([{ components: [part()], log: -1.5, noise: 0.04 }]).effectOf([part()])
    expect(seen.log).toBeCloseTo(-0.5 - prior / (prior + 0.04), 12)
    expect(seen.variance).toBeCloseTo(prior - prior ** 2 / (prior + 0.04), 12)
    expect(effectPosterior([{ components: [part()], log: -1.5, noise: 0.04 }]).withoutItself()[0]).toBeCloseTo(-0.5, 9)
  })

  it('is surer with every one, and leaves itself out as if it had not been seen', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name: fc.constantFrom('A', 'B', 'C'), log: fc.double({ min: -2, max: 2, noNaN: true }) }),
          {
            minLength: 2,
            maxLength: 12,
          },
        ),
        (seen) => {
          const all = seen.map(({ name, log }) => ({ components: [part({ name })], log, noise: 0.05 }))
          const before = effectPosterior(all.slice(1)).effectOf(all[0]!.components)
          const after = effectPosterior(all)
          expect(after.withoutItself()[0]).toBeCloseTo(before.log, 6)
          expect(after.effectOf(all[0]!.components).variance).toBeLessThan(before.variance)
        },
      ),
      tries(20, 5),
    )
  })
})
