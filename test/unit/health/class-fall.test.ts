import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorse, nextStanding, type Standing } from '../../../shared/health/class-fall.ts'
import { riskLevelOf } from '../../../shared/health/organization-facts.ts'

/** The standings after counts with these scores, at 1, 2, 3 … */
function after(...scores: readonly number[]): readonly Standing[] {
  const all: Standing[] = []
  for (const [index, score] of scores.entries())
    all.push(nextStanding(all.at(-1) ?? null, { score, riskLevel: riskLevelOf(score) }, index + 1))
  return all
}
const falls = (...scores: readonly number[]) => after(...scores).map(({ fall }) => fall)

describe('the class of an organization', () => {
  it('did not fall where it is counted for the first time', () => {
    expect(falls(12)).toEqual([null])
  })

  it('falls from the class it had, again where it falls further', () => {
    expect(falls(85, 58, 57, 30)).toEqual([
      null,
      { from: 'low', to: 'high', at: 2 },
      { from: 'low', to: 'high', at: 2 },
      { from: 'high', to: 'critical', at: 4 },
    ])
  })

  it('has risen only once its score is clearly better, so that wavering between two classes is one fall', () => {
    expect(falls(64, 59, 61, 59, 62, 58).slice(1)).toEqual(
      Array.from({ length: 5 }, () => ({ from: 'medium', to: 'high', at: 2 })),
    )
    expect(falls(64, 59, 63, 59)).toEqual([
      null,
      { from: 'medium', to: 'high', at: 2 },
      null,
      { from: 'medium', to: 'high', at: 4 },
    ])
  })

  it('is in no fall once it rose, also where it does not reach what it was', () => {
    expect(falls(90, 20, 50)).toEqual([null, { from: 'low', to: 'critical', at: 2 }, null])
  })

  it('has a fall that leads to the class it is in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), (scores) => {
        for (const [index, { level, fall }] of after(...scores).entries()) {
          // It may lag behind a score that is a little better, and never behind one that is worse.
          expect(isWorse(riskLevelOf(scores[index]!), level)).toBe(false)
          if (fall === null) continue
          expect(fall.to).toBe(level)
          expect(isWorse(fall.to, fall.from)).toBe(true)
        }
      }),
    )
  })
})
