import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEWEST_KEPT, type Rung, rungsToDrop } from '../../../electron/store/backup-ladder.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'

const whole = (): boolean => true

/** Takes backups one after the other, dropping what the ladder lets go after each; newest first. */
function takeAll(taken: readonly Rung[], isWhole: (rung: Rung) => boolean = whole): readonly Rung[] {
  let kept: readonly Rung[] = []
  for (const rung of taken) {
    const all = [rung, ...kept].toSorted((a, b) => b.changes - a.changes || b.takenAt - a.takenAt)
    const dropped = new Set(rungsToDrop(all, isWhole))
    kept = all.filter((each) => !dropped.has(each))
  }
  return kept
}

/** Backups a few changes and minutes apart. */
const history = fc
  .array(fc.record({ changes: fc.integer({ min: 1, max: 60 }), minutes: fc.integer({ min: 0, max: 600 }) }), {
    minLength: 1,
    maxLength: 400,
  })
  .map((steps) => {
    let [changes, takenAt] = [0, 0]
    return steps.map((step) => ({ changes: (changes += step.changes), takenAt: (takenAt += step.minutes * MINUTE_MS) }))
  })

describe('the ladder of backups', () => {
  test('keeps the newest, few in all, and something of every distance back to the first', () => {
    fc.assert(
      fc.property(history, (taken) => {
        const kept = takeAll(taken)
        const newest = taken.at(-1)!
        expect(kept.slice(0, NEWEST_KEPT)).toEqual(taken.toReversed().slice(0, NEWEST_KEPT))
        expect(kept.length).toBeLessThanOrEqual(2 * 9 + NEWEST_KEPT + 3)
        for (let distance = 60; distance < newest.changes - taken[0]!.changes; distance *= 4) {
          const found = kept.find(({ changes }) => newest.changes - changes >= distance)
          expect(found).toBeDefined()
          // Not much further back than asked for: a distance's own step, and the next.
          expect(newest.changes - found!.changes).toBeLessThan(distance * 16 + 120)
        }
      }),
    )
  })

  test('lets no clock, however wrong, take away what the right one would keep', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 400, maxLength: 400 }),
        (taken, jumps) => {
          const wrong = taken.map((rung, index) => ({ changes: rung.changes, takenAt: jumps[index]! * DAY_MS }))
          const timeless = taken.map(({ changes }) => ({ changes, takenAt: 0 }))
          const keptByWrong = new Set(takeAll(wrong).map(({ changes }) => changes))
          expect(keptByWrong.has(taken.at(-1)!.changes)).toBe(true)
          expect(keptByWrong.size).toBeGreaterThanOrEqual(Math.min(NEWEST_KEPT, timeless.length))
          expect([...keptByWrong].toSorted((a, b) => b - a).slice(0, NEWEST_KEPT)).toEqual(
            taken
              .toReversed()
              .slice(0, NEWEST_KEPT)
              .map(({ changes }) => changes),
          )
        },
      ),
    )
  })

  test('keeps one of an hour, a day and a week ago besides', () => {
    const taken = Array.from({ length: 24 * 14 }, (_, hour) => ({ changes: 1 + hour, takenAt: hour * HOUR_MS }))
    const newest = taken.at(-1)!
    const ages = takeAll(taken).map(({ takenAt }) => newest.takenAt - takenAt)
    for (const age of [HOUR_MS, DAY_MS]) expect(ages.some((each) => each >= age && each < 4 * age)).toBe(true)
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(7 * DAY_MS)
  })

  test('lets nothing whole go for the sake of what is broken', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.boolean()), (taken, broken) => {
        const brokenOnes = new Set(taken.filter(() => broken.next().value))
        const isWhole = (rung: Rung): boolean => !brokenOnes.has(rung)
        // A broken copy is never added; these broke where they lay.
        const all = taken.toReversed()
        const kept = all.filter((rung) => !rungsToDrop(all, isWhole).includes(rung))
        const step = (rung: Rung): number => Math.ceil(Math.log(all[0]!.changes - rung.changes + 1.5) / Math.log(4))
        for (const rung of all.filter(isWhole))
          expect(kept.filter(isWhole).some((each) => Math.abs(step(each) - step(rung)) <= 1)).toBe(true)
      }),
    )
  })
})
