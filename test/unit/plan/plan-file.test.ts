import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { planFromFile, planToFile, planToText } from '../../../shared/contract/plan-file.ts'
import { doStep, isSameShift, NO_RULES, startHistory, validatePlan, weekHours } from '../../../shared/plan/index.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { countingIds, planOfWeek } from './plan-arbitraries.ts'
import { randomEdit } from './random-edits.ts'

const SHIFT = { agentId: 'ann', dayOfWeek: 1, start: '09:00', end: '17:30' }
const FILE = { name: 'October', timeZone: 'America/New_York', kind: 'weekly', shifts: [SHIFT] }
const withShift = (shift: object): object => ({ ...FILE, shifts: [SHIFT, { ...SHIFT, ...shift }] })

describe('a plan file', () => {
  it('exported and imported again is the same plan, ids and order included', () => {
    fc.assert(
      fc.property(planOfWeek(), fc.array(randomEdit(), { maxLength: 5 }), ({ plan }, edits) => {
        const newId = countingIds()
        const edited = edits.reduce((history, edit) => {
          const step = edit(history.plan, newId)
          return step ? doStep(history, step) : history
        }, startHistory(plan)).plan
        expect(planFromFile(planToText(edited))).toEqual(edited)
        expect(planFromFile(planToFile(edited))).toEqual(edited)
        expect(planToFile(planFromFile(planToText(edited)))).toEqual(planToFile(edited))
      }),
      tries(300, 51),
    )
  })

  it('without ids comes back without ids, whatever the order of its shifts', () => {
    const plan = planFromFile(DEMO_PLAN)
    const file = planToFile(plan)
    expect(file.shifts.some((shift) => 'id' in shift)).toBe(false)
    const turned = planFromFile({ ...DEMO_PLAN, shifts: DEMO_PLAN.shifts.toReversed() })
    expect(turned).toEqual(plan)
  })

  it('holds the plan of the demo company', () => {
    const plan = planFromFile(JSON.stringify(DEMO_PLAN))
    expect(validatePlan(plan)).toEqual([])
    expect(plan.shifts).toHaveLength(DEMO_PLAN.shifts.length)
    const nightShift = plan.shifts.find(({ startMinute, day }) => startMinute === 22 * 60 && day === 0)!
    expect(nightShift).toMatchObject({ endMinute: 30 * 60, breaks: [{ startMinute: 26 * 60, endMinute: 26.5 * 60 }] })
    const minutes = plan.shifts.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0)
    expect(weekHours(plan, { rules: NO_RULES, firstDate: '2026-06-01' }).plannedMinutes).toBe(minutes)
  })

  it('reads what may be left out as empty', () => {
    expect(planFromFile(FILE)).toEqual({
      name: 'October',
      timeZone: 'America/New_York',
      poolId: null,
      kind: 'weekly',
      shifts: [{ id: 'shift-1', agentId: 'ann', day: 1, startMinute: 540, endMinute: 1050, breaks: [], note: '' }],
    })
  })

  it('reads an end not after the start as the next day, 24:00 as midnight, and one agent twice at once', () => {
    const ends = ['09:00', '08:45', '00:00', '24:00'].map(
      (end) => planFromFile(withShift({ end })).shifts.at(-1)!.endMinute,
    )
    expect(ends).toEqual([33 * 60, 32.75 * 60, 1440, 1440])
    expect(planFromFile(withShift({})).shifts).toHaveLength(2)
  })

  it('puts breaks after midnight into a night shift, and in order', () => {
    const breaks = [
      { start: '02:00', end: '02:30' },
      { start: '23:45', end: '00:15' },
    ]
    expect(
      planFromFile({ ...FILE, shifts: [{ ...SHIFT, start: '22:00', end: '06:00', breaks }] }).shifts[0]!.breaks,
    ).toEqual([
      { startMinute: 1425, endMinute: 1455 },
      { startMinute: 1560, endMinute: 1590 },
    ])
  })

  it('has dates in a dated plan', () => {
    const { dayOfWeek: _, ...shift } = SHIFT
    const plan = planFromFile({ ...FILE, kind: 'dated', shifts: [{ ...shift, date: '2026-11-23' }] })
    expect(plan.shifts[0]!.day).toBe(parseLocalDate('2026-11-23'))
    expect(planToFile(plan).shifts[0]).toMatchObject({ date: '2026-11-23' })
  })

  it('never gives one id twice', () => {
    const plan = planFromFile({
      ...FILE,
      shifts: [{ ...SHIFT, dayOfWeek: 0, id: 'shift-2' }, SHIFT, { ...SHIFT, dayOfWeek: 2, id: 'shift-2-2' }],
    })
    expect(new Set(plan.shifts.map(({ id }) => id)).size).toBe(3)
    expect(planFromFile(planToText(plan))).toEqual(plan)
    expect(isSameShift(plan.shifts[0]!, plan.shifts[1]!)).toBe(false)
  })

  it('may begin with a byte order mark', () => {
    expect(planFromFile(`\uFEFF${JSON.stringify(FILE)}`)).toEqual(planFromFile(FILE))
  })

  it.each<readonly [string, unknown, string]>([
    ['text that is no JSON', '{', 'it is not JSON'],
    ['a list', [], 'it is not a JSON object'],
    ['nothing', null, 'it is not a JSON object'],
    ['an unknown kind', { ...FILE, kind: 'monthly' }, 'kind is neither "weekly" nor "dated"'],
    ['no kind', { ...FILE, kind: undefined }, 'kind is missing'],
    ['no name', { ...FILE, name: undefined }, 'name is missing'],
    ['a blank name', { ...FILE, name: ' ' }, 'name is empty'],
    ['an offset as its zone', { ...FILE, timeZone: '+02:00' }, 'timeZone "+02:00" is not an IANA name'],
    ['an abbreviation as its zone', { ...FILE, timeZone: 'BST' }, 'timeZone "BST" is not an IANA name'],
    ['an unknown zone', { ...FILE, timeZone: 'Mars/Olympus' }, 'timeZone "Mars/Olympus" is not a time zone known here'],
    ['an unknown key', { ...FILE, colour: 'red' }, 'colour is not known here'],
    ['an unknown key of a shift', withShift({ colour: 'red' }), 'shifts[1].colour is not known here'],
    [
      'an unknown key of a break',
      withShift({ breaks: [{ start: '12:00', end: '12:30', paid: true }] }),
      'shifts[1].breaks[0].paid is not known here',
    ],
    ['a date in a weekly plan', withShift({ date: '2026-11-23' }), 'shifts[1].date is not known here'],
    ['a day of the week in a dated plan', { ...FILE, kind: 'dated' }, 'shifts[0].date is missing'],
    ['an eighth day', withShift({ dayOfWeek: 7 }), 'shifts[1].dayOfWeek is not a day of the week, 0 (Sunday) to 6'],
    ['a start off the grid', withShift({ start: '09:10' }), 'shifts[1].start is not on a quarter of an hour'],
    ['an end off the grid', withShift({ end: '17:31' }), 'shifts[1].end is not on a quarter of an hour'],
    ['a time that is none', withShift({ start: '25:00' }), 'shifts[1].start is not a time from 00:00 to 23:59'],
    ['a time without its zero', withShift({ end: '9:00' }), 'shifts[1].end is not a time from 00:00 to 24:00'],
    ['an agent left out', withShift({ agentId: undefined }), 'shifts[1].agentId is missing'],
    ['an agent that is a number', withShift({ agentId: 7 }), 'shifts[1].agentId is wrong'],
    [
      'a break outside',
      withShift({
        breaks: [
          { start: '12:00', end: '12:30' },
          { start: '17:00', end: '18:00' },
        ],
      }),
      'shifts[1].breaks[1] is not inside its shift',
    ],
    [
      'a break off the grid',
      withShift({ breaks: [{ start: '12:05', end: '12:30' }] }),
      'shifts[1].breaks[0].start is not on a quarter of an hour',
    ],
    [
      'breaks over one another',
      withShift({
        breaks: [
          { start: '12:30', end: '13:00' },
          { start: '12:00', end: '12:45' },
        ],
      }),
      'shifts[1].breaks[0] begins before the break before it has ended',
    ],
    [
      'a break as long as the shift',
      withShift({ breaks: [{ start: '09:00', end: '17:30' }] }),
      'shifts[1].breaks leave nothing of the shift',
    ],
    [
      'an id twice',
      {
        ...FILE,
        shifts: [
          { ...SHIFT, id: 'a' },
          { ...SHIFT, id: 'a' },
        ],
      },
      'shifts[1].id "a" is the id of shifts[0] too',
    ],
  ])('is refused with %s, by path and reason', (_, file, words) => {
    const refused = expect.objectContaining({
      code: 'invalid-input',
      message: expect.stringContaining(`This is not a plan file: ${words}`),
    })
    expect(() => planFromFile(file)).toThrow(refused)
  })
})
