import { describe, expect, it } from 'vitest'
import { commonShare, type PersonWeek } from '../../../../shared/predict/attendance/common-absence.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

/** Weeks of people who work five shifts, each missed by the luck of the week, which is the same for all, and by their own. */
function weeks(share: number, { people = 12, count = 8, seed = 1 } = {}): readonly PersonWeek[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, week) => {
    const ofAll = random.normal()
    return Array.from({ length: people }, (_unused, person): PersonWeek => {
      const absent = Array.from({ length: 5 }, () =>
        Number(Math.sqrt(share) * ofAll + Math.sqrt(1 - share) * random.normal() > 1.4),
      ).reduce((sum, one) => sum + one, 0)
      return { agentId: `agent ${person}`, week, expected: 5, absent }
    })
  }).flat()
}

const mean = (share: number): number =>
  Array.from({ length: 30 }, (_, seed) => commonShare(weeks(share, { seed: seed + 1 }))).reduce(
    (sum, value) => sum + value,
    0,
  ) / 30

describe('what absences of a week have in common', () => {
  it('is next to nothing where everybody stays away alone', () => {
    expect(mean(0)).toBeLessThan(0.04)
  })

  it('is seen where all stay away together', () => {
    expect(mean(0.3)).toBeGreaterThan(0.1)
    expect(mean(0.3)).toBeLessThan(0.35)
  })

  it('is nothing of one person, of nobody, and where nobody is ever absent', () => {
    expect(commonShare([])).toBe(0)
    expect(commonShare(weeks(0.3, { people: 1 }))).toBe(0)
    expect(commonShare(weeks(0).map((one) => ({ ...one, absent: 0 })))).toBeLessThan(0.05)
  })
})
