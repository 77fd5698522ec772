import { describe, expect, it } from 'vitest'
import { originOf } from '../../../../shared/predict/assemble/past.ts'

const WEEK = { timeZone: 'America/New_York', firstDate: '2026-03-09' }
const BEGIN = Date.parse('2026-03-09T04:00:00Z')

describe('the origin of a prediction', () => {
  it('is the last sync for a week to come, and the begin of the week for one that began before it', () => {
    expect(originOf({ now: BEGIN - 5 }, WEEK)).toBe(BEGIN - 5)
    expect(originOf({ now: BEGIN + 5 }, WEEK)).toBe(BEGIN)
  })

  it('is earlier where less is to count as past, never later', () => {
    expect(originOf({ now: BEGIN + 5 }, { ...WEEK, until: BEGIN - 7 })).toBe(BEGIN - 7)
    expect(originOf({ now: BEGIN - 5 }, { ...WEEK, until: BEGIN + 7 })).toBe(BEGIN - 5)
  })

  it("follows the zone's own midnight", () => {
    expect(originOf({ now: BEGIN + 5 }, { ...WEEK, timeZone: 'UTC' })).toBe(BEGIN - 4 * 3_600_000)
  })
})
