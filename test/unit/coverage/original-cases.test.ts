import { describe, expect, it } from 'vitest'
import { toInstant, type CoverageFigures } from '../../../shared/coverage/index.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import {
  CLASSIFICATION,
  eventsOf,
  figuresAt,
  figuresOf,
  INEXACT,
  ORIGINAL_CASES,
  type Expectation,
  type FoundFigure,
  type OriginalCase,
} from '../../support/original-cases.ts'
import { figuresByRollup } from './rollup-path.ts'

const classified = new Map(CLASSIFICATION.calculators.map((one) => [one.id, one]))

/** Where the suite of the dashboard expects its own inexact figure, ours. */
const OURS: Readonly<Record<string, readonly Expectation[]>> = {
  // Two dates given as two midnights are one day to it; to us both dates are inside.
  h17: [{ path: 'hourly[10].avgAgentsOnline', near: 1, digits: 9 }],
}

const RUNS = ORIGINAL_CASES.flatMap((one) =>
  (one.zones ?? classified.get(one.id)!.zones).map((timeZone) => ({ ...one, timeZone })),
)

/** What of a case does not hold, one line each. */
function failuresOf(figures: CoverageFigures, wanted: Expectation): readonly string[] {
  const found = figuresAt(figures, wanted.path)
  if (found.length === 0) return [`${wanted.path} is not there`]
  return found
    .filter((figure) => !holds(figures, wanted, figure))
    .map(({ value }) => `${wanted.path} is ${JSON.stringify(value)}: ${JSON.stringify(wanted)}`)
}

function holds(figures: CoverageFigures, wanted: Expectation, { value, places }: FoundFigure): boolean {
  const { equals, equalsIndex, length, near, digits = 9, sumOf, has, lacks, atLeast, moreThan } = wanted
  const figure = value as number
  const list = value as readonly unknown[]
  return [
    equals === undefined || JSON.stringify(value) === JSON.stringify(equals),
    equalsIndex === undefined || value === places[equalsIndex === true ? 0 : equalsIndex - 1],
    length === undefined || list.length === length,
    // As its tests compare: within half of the last digit.
    near === undefined || Math.abs(figure - near) < 0.5 * 10 ** -digits,
    sumOf === undefined ||
      value === sumOf.reduce((sum, part) => sum + (figuresAt(figures, part)[0]!.value as number), 0),
    has === undefined || list.includes(has),
    lacks === undefined || !list.includes(lacks),
    atLeast === undefined || figure >= atLeast,
    moreThan === undefined || figure > moreThan,
  ].every(Boolean)
}

function byRollup(one: OriginalCase, timeZone: string): CoverageFigures {
  const { pageviews, sessions, options } = eventsOf(one, timeZone)
  const firstDay = Math.floor(Date.parse(`${one.from < one.to ? one.from : one.to}T00:00:00Z`) / DAY_MS) - 2
  return figuresByRollup({ pageviews, sessions }, options, {
    firstDay,
    count: Math.ceil(toInstant(options.now) / DAY_MS) - firstDay + 8,
  })
}

describe('a behaviour of the original dashboard', () => {
  it('is in one of 65 cases, each of which says whether ours is the same', () => {
    expect(ORIGINAL_CASES).toHaveLength(65)
    expect(new Set(ORIGINAL_CASES.map(({ id }) => id))).toEqual(new Set(classified.keys()))
    expect(ORIGINAL_CASES.every(({ expect: wanted }) => wanted.length > 0)).toBe(true)
    // Every case that differs says what the dashboard's figure is, and no other.
    const inexact = CLASSIFICATION.calculators.filter(({ verdict }) => verdict !== 'same').map(({ id }) => id)
    expect([...new Set(INEXACT.map(([id]) => id))].toSorted()).toEqual(inexact.toSorted())
  })

  it.each(RUNS)('$id in $timeZone: $what', ({ timeZone, ...one }) => {
    const wanted = OURS[one.id] ?? one.expect
    expect(
      [figuresOf(one, timeZone), byRollup(one, timeZone)].flatMap((figures) =>
        wanted.flatMap((expectation) => failuresOf(figures, expectation)),
      ),
    ).toEqual([])
  })

  it.each(INEXACT)('%s: %s is %d there, and exact here', (id, path, original) => {
    const one = ORIGINAL_CASES.find((other) => other.id === id)!
    const { zones, largestDifference, note } = classified.get(id)!
    for (const timeZone of one.zones ?? zones) {
      const ours = figuresAt(figuresOf(one, timeZone), path)[0]!.value as number
      const difference = Math.abs(ours - original)
      expect(difference).toBeGreaterThan(0.01)
      // Counts of visits are not among the figures whose difference was measured.
      expect(path.endsWith('totalPageviews') || difference < largestDifference + 1e-5).toBe(true)
      expect(note).toMatch(/^original (inexact|relies on its query)/u)
    }
  })
})
