import { describe, expect, it } from 'vitest'
import { hiringCase } from '../../../../shared/predict/capacity/hiring-case.ts'

const month = (name: string, worth: number, cost: number) => ({
  month: name,
  gained: worth / 2,
  worth,
  cost,
  paidHours: cost / 20,
})

describe('the case for hires', () => {
  it('pays from the first month that brings its cost, and is paid back when all of it is', () => {
    expect(
      hiringCase([
        month('2027-01', 0, 0),
        month('2027-02', 40, 100),
        month('2027-03', 120, 100),
        month('2027-04', 150, 100),
      ]),
    ).toEqual({ gained: 155, worth: 310, cost: 300, paysFrom: '2027-03', paidBackBy: '2027-04' })
  })

  it('does not pay where it brings too little, nor is paid back where it falls behind again', () => {
    expect(hiringCase([month('2027-01', 40, 100)])).toMatchObject({ paysFrom: null, paidBackBy: null })
    expect(hiringCase([month('2027-01', 110, 100), month('2027-02', 50, 100)])).toMatchObject({
      paysFrom: '2027-01',
      paidBackBy: null,
    })
  })

  it('is paid back later by what it cost before these months', () => {
    const months = [month('2027-02', 110, 100), month('2027-03', 130, 100)]
    expect(hiringCase(months, { worth: 10, cost: 40 })).toMatchObject({
      cost: 200,
      paysFrom: '2027-02',
      paidBackBy: '2027-03',
    })
    expect(hiringCase(months, { worth: 10, cost: 400 }).paidBackBy).toBe(null)
  })

  it('pays at once where an hour costs nothing', () => {
    expect(hiringCase([month('2027-01', 0, 0), { ...month('2027-02', 40, 0), paidHours: 160 }])).toMatchObject({
      cost: 0,
      paysFrom: '2027-02',
      paidBackBy: '2027-02',
    })
  })
})
