import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handedShifts, type HandedShift } from '../../../shared/handout/handed-shift.ts'
import { rosterChanges } from '../../../shared/handout/roster-changes.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { shiftText } from '../../support/shift-text.ts'
import { tries } from '../../support/deep.ts'

const ZONE = 'Europe/Berlin'
const MONDAY = '2026-03-02'
const WEEKS = { firstDate: MONDAY, weeks: 2 }

type Made = readonly [id: string, agentId: string | null, day: number, changed?: Partial<Shift>]
const shift = (...[id, agentId, day, changed = {}]: Made): Shift => ({
  id,
  agentId,
  day: parseLocalDate(MONDAY) + day,
  startMinute: 540,
  endMinute: 1020,
  breaks: [{ startMinute: 720, endMinute: 750 }],
  note: '',
  ...changed,
})
const plan = (shifts: readonly Shift[], kind: Plan['kind'] = 'dated'): Plan => ({
  name: 'March',
  timeZone: ZONE,
  poolId: null,
  kind,
  shifts,
})
const handed = (made: Plan, planId = 'plan', inactive = {}): readonly HandedShift[] =>
  handedShifts(made, { planId, inactive, ...WEEKS })
const changes = (before: Plan, after: Plan, planIds: readonly [string, string] = ['plan', 'plan']) =>
  rosterChanges(handed(before, planIds[0]), handed(after, planIds[1]), { firstDate: MONDAY }).map(
    ({ agentId, added, removed, moved }) => [
      agentId,
      ...removed.map((one) => `- ${text(one)}`),
      ...added.map((one) => `+ ${text(one)}`),
      ...moved.map(({ before: was, after: is }) => `${text(was)} > ${text(is)}`),
    ],
  )
const text = shiftText(ZONE)

const BEFORE = plan([
  shift('kept', 'ann', 0),
  shift('later', 'ann', 1),
  shift('other-day', 'ann', 2),
  shift('gone', 'bob', 0),
  shift('given', 'bob', 1),
  shift('broken', 'cleo', 0),
  shift('noted', 'cleo', 1),
  shift('open', null, 3),
  shift('quiet', 'dan', 4),
])

describe('what changes for each person', () => {
  it('is exactly the seven ways in which a roster was changed, and nobody else', () => {
    const after = plan([
      shift('kept', 'ann', 0),
      shift('later', 'ann', 1, { startMinute: 600, endMinute: 1080 }),
      shift('other-day', 'ann', 3),
      shift('given', 'eve', 1),
      shift('broken', 'cleo', 0, { breaks: [{ startMinute: 780, endMinute: 810 }] }),
      shift('noted', 'cleo', 1, { note: 'Bring the keys' }),
      shift('open', 'fay', 3),
      shift('quiet', 'dan', 4),
      shift('new', 'bob', 5),
    ])
    expect(changes(BEFORE, after)).toEqual([
      [
        'ann',
        '03-03 09:00-17:00 (12:00) > 03-03 10:00-18:00 (12:00)',
        '03-04 09:00-17:00 (12:00) > 03-05 09:00-17:00 (12:00)',
      ],
      ['bob', '- 03-02 09:00-17:00 (12:00)', '- 03-03 09:00-17:00 (12:00)', '+ 03-07 09:00-17:00 (12:00)'],
      [
        'cleo',
        '03-02 09:00-17:00 (12:00) > 03-02 09:00-17:00 (13:00)',
        '03-03 09:00-17:00 (12:00) > 03-03 09:00-17:00 (12:00) Bring the keys',
      ],
      ['eve', '+ 03-03 09:00-17:00 (12:00)'],
      ['fay', '+ 03-05 09:00-17:00 (12:00)'],
    ])
  })

  it('is nothing where a roster was imported anew, and by date where times differ', () => {
    const anew = plan(BEFORE.shifts.map((one) => ({ ...one, id: `new-${one.id}` })))
    expect(changes(BEFORE, anew)).toEqual([])
    expect(changes(BEFORE, anew, ['plan', 'another'])).toEqual([])
    const other = plan(
      anew.shifts.map((one) => (one.id === 'new-later' ? { ...one, startMinute: 480, endMinute: 960 } : one)),
    )
    expect(changes(BEFORE, other, ['plan', 'another'])).toEqual([
      ['ann', '03-03 09:00-17:00 (12:00) > 03-03 08:00-16:00 (12:00)'],
    ])
  })

  it('takes the same id in another plan for no sign of the same shift', () => {
    expect(changes(plan([shift('s1', 'ann', 0)]), plan([shift('s1', 'ann', 4)]), ['one', 'another'])).toEqual([
      ['ann', '- 03-02 09:00-17:00 (12:00)', '+ 03-06 09:00-17:00 (12:00)'],
    ])
  })

  it('is said week by week of a pattern whose shift moves to another weekday', () => {
    const weekly = (day: number) => plan([{ ...shift('w', 'ann', 0), day }], 'weekly')
    expect(changes(weekly(1), weekly(5))).toEqual([
      [
        'ann',
        '03-02 09:00-17:00 (12:00) > 03-06 09:00-17:00 (12:00)',
        '03-09 09:00-17:00 (12:00) > 03-13 09:00-17:00 (12:00)',
      ],
    ])
  })

  it('takes the nearest of several shifts on a date for the one that moved', () => {
    const before = plan([
      shift('a', 'ann', 0, { startMinute: 480, endMinute: 720, breaks: [] }),
      shift('b', 'ann', 0, { startMinute: 840, endMinute: 1080, breaks: [] }),
    ])
    const after = plan([shift('c', 'ann', 0, { startMinute: 855, endMinute: 1080, breaks: [] })])
    expect(changes(before, after, ['one', 'another'])).toEqual([
      ['ann', '- 03-02 08:00-12:00', '03-02 14:00-18:00 > 03-02 14:15-18:00'],
    ])
  })

  it('leaves out what somebody would work after being deactivated', () => {
    const inactive = { ann: Date.parse('2026-03-03T00:00Z') }
    const was = handed(BEFORE, 'plan', inactive)
    expect(was.filter(({ agentId }) => agentId === 'ann').map(({ date }) => date)).toEqual([MONDAY])
  })

  it('leads from the one roster to the other, whatever was changed', () => {
    const agents = fc.constantFrom('ann', 'bob', null)
    const some = fc
      .uniqueArray(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
          agentId: agents,
          day: fc.integer({ min: 0, max: 6 }),
          startMinute: fc.integer({ min: 20, max: 60 }).map((quarter) => 15 * quarter),
          note: fc.constantFrom('', 'x'),
        }),
        { selector: ({ id }) => id },
      )
      .map((drawn) =>
        plan(
          drawn.map(({ id, agentId, day, startMinute, note }) =>
            shift(id, agentId, day, { startMinute, endMinute: startMinute + 240, breaks: [], note }),
          ),
        ),
      )
    fc.assert(
      fc.property(some, some, fc.boolean(), (one, other, isSame) => {
        const [before, after] = [handed(one), handed(other, isSame ? 'plan' : 'another')]
        for (const { agentId, added, removed, moved } of rosterChanges(before, after, { firstDate: MONDAY })) {
          const own = (shifts: readonly HandedShift[]) => shifts.filter((each) => each.agentId === agentId).map(text)
          const gone = [...removed, ...moved.map((each) => each.before)].map(text)
          const come = [...added, ...moved.map((each) => each.after)].map(text)
          const kept = own(before)
          for (const each of gone) kept.splice(kept.indexOf(each), 1)
          expect([...kept, ...come].toSorted()).toEqual(own(after).toSorted())
          for (const each of moved) expect(text(each.before)).not.toBe(text(each.after))
        }
        const listed = new Set(rosterChanges(before, after, { firstDate: MONDAY }).map(({ agentId }) => agentId))
        for (const agentId of ['ann', 'bob']) {
          const own = (shifts: readonly HandedShift[]) =>
            JSON.stringify(
              shifts
                .filter((each) => each.agentId === agentId)
                .map(text)
                .toSorted(),
            )
          expect(listed.has(agentId)).toBe(own(before) !== own(after))
        }
      }),
      tries(300, 21),
    )
  })
})
