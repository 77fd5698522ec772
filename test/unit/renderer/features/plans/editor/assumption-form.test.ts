import { describe, expect, it } from 'vitest'
import {
  areVisitors,
  ASSUMPTION_KINDS,
  assumptionOf,
  formOf,
  formOfKind,
  isChange,
  isRamp,
  newForm,
} from '../../../../../../renderer/features/plans/editor/assumptions/assumption-form.ts'
import { ALWAYS, type Assumption } from '../../../../../../shared/plan/assumptions/assumption.ts'

const WEEK = '2026-12-07'
const form = newForm(WEEK, 'ann')
const hours = { startMinute: 600, endMinute: 840 }

describe('the form of an assumption', () => {
  it.each<Assumption>([
    { id: '1', kind: 'demand', percent: 40, poolId: 'sales', time: { ...ALWAYS, days: [2], hours } },
    { id: '1', kind: 'demand', percent: -10, poolId: null, time: ALWAYS },
    { id: '1', kind: 'visitors', date: '2026-12-01', visitors: [450], poolId: null },
    { id: '1', kind: 'absence', agentId: 'ann', time: { ...ALWAYS, from: WEEK, to: '2026-12-09' } },
    { id: '1', kind: 'shrinkage', agentIds: ['ann'], time: { ...ALWAYS, from: WEEK, to: WEEK, hours } },
    { id: '1', kind: 'shrinkage', agentIds: null, time: { ...ALWAYS, days: [1, 5], hours } },
    { id: '1', kind: 'hires', count: 2, from: WEEK, days: [1, 2], hours, ramp: [30, 60.5] },
    { id: '1', kind: 'handling', percent: 10 },
    { id: '1', kind: 'availability', points: -5 },
  ])('gives back what it shows: %j', (assumption) => {
    expect({ ...assumptionOf(formOf(assumption, WEEK)), id: '1' }).toEqual(assumption)
  })

  it('can be saved at once for every kind but one whose visitors nobody typed yet', () => {
    const saved = ASSUMPTION_KINDS.filter((kind) => assumptionOf(formOfKind(form, kind)) !== null)
    expect(saved).toEqual(ASSUMPTION_KINDS.filter((kind) => kind !== 'visitors'))
    expect(assumptionOf({ ...formOfKind(form, 'absence'), agentId: null })).toBeNull()
  })

  it('takes numbers as people write and paste them, and no others', () => {
    const percentOf = (change: string) => assumptionOf({ ...form, change })
    expect(['+20', ' -10 % ', '−12,5', '0'].map((text) => percentOf(text))).toMatchObject([
      { percent: 20 },
      { percent: -10 },
      { percent: -12.5 },
      { percent: 0 },
    ])
    expect(['', '20 or so', '-101', '901'].map((change) => isChange({ ...form, change }))).toEqual([
      false,
      false,
      false,
      false,
    ])
    const pasted = Array.from({ length: 24 }, (_, hour) => hour).join('\t')
    expect(['450', pasted, '', '1 2', '-5', 'many'].map((visitors) => areVisitors({ ...form, visitors }))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(['50, 75; 100', '', '120', 'all'].map((ramp) => isRamp({ ...form, ramp }))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('refuses dates in the wrong order, no days, and hours off the grid', () => {
    const absence = formOfKind(form, 'absence')
    expect(assumptionOf({ ...absence, to: '2026-12-01' })).toBeNull()
    expect(assumptionOf({ ...absence, from: null })).toBeNull()
    expect(assumptionOf({ ...absence, when: 'days', days: [] })).toBeNull()
    expect(assumptionOf({ ...absence, hours: { startMinute: 605, endMinute: 700 } })).toBeNull()
  })
})
