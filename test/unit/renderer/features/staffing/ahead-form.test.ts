import { describe, expect, it } from 'vitest'
import { questionOf, USUAL_AHEAD } from '../../../../../renderer/features/staffing/ahead/ahead-form.ts'

describe('what is asked of the months to come', () => {
  const asked = (patch: Partial<typeof USUAL_AHEAD>) => questionOf({ ...USUAL_AHEAD, ...patch }, '2027-01-01')

  it('is nothing but the months as long as nothing is assumed', () => {
    expect(asked({})).toEqual({
      months: 12,
      plan: null,
      growth: 0,
      attrition: 0,
      hires: [],
      target: null,
      costPerHour: null,
      visitorWorth: null,
    })
  })

  it('has hires with their days, hours and ramp, from the first day unless another is given', () => {
    const hires = { hires: '2', days: [1, 6], start: 1320, end: 360, ramp: '40, 80' }
    expect(asked(hires)?.hires).toEqual([
      {
        id: 'hires',
        kind: 'hires',
        count: 2,
        from: '2027-01-01',
        days: [1, 6],
        hours: { startMinute: 1320, endMinute: 1800 },
        ramp: [40, 80],
      },
    ])
    expect(asked({ ...hires, from: '2027-02-01' })?.hires[0]?.from).toBe('2027-02-01')
  })

  it('takes numbers as they are typed', () => {
    expect(asked({ growth: '−1,5', attrition: '2 %', worth: '4.50', cost: '20', target: '92' })).toMatchObject({
      growth: -1.5,
      attrition: 2,
      visitorWorth: 4.5,
      costPerHour: 20,
      target: 92,
    })
  })

  it.each([
    { growth: '30' },
    { growth: '' },
    { attrition: '-1' },
    { worth: 'four' },
    { hires: '1.5' },
    { hires: '1', days: [] },
    { hires: '1', ramp: '' },
    { hires: '1', start: 545 },
  ])('is nothing where %o cannot be taken', (patch) => {
    expect(asked(patch)).toBeNull()
  })
})
