import { describe, expect, it } from 'vitest'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { readText } from '../../support/rosters/describe-roster.ts'

const absencesIn = async (text: string, name: string) => {
  const { found } = await readText(text, { name })
  return found.absences.map(({ firstDay, lastDay, part }) => [
    formatLocalDate(firstDay),
    formatLocalDate(lastDay),
    part === null ? null : [part.startMinute / 60, part.endMinute / 60],
  ])
}
const event = (start: string, end: string) =>
  absencesIn(
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Ann - vacation\nDTSTART:${start}\nDTEND:${end}\nEND:VEVENT\nEND:VCALENDAR`,
    'away.ics',
  )

describe('absences with times', () => {
  it('of a calendar end with the day before where they end at midnight', async () => {
    expect(await event('20261207T000000', '20261210T000000')).toEqual([['2026-12-07', '2026-12-09', null]])
    expect(await event('20261207T000000', '20261208T000000')).toEqual([['2026-12-07', '2026-12-07', null]])
  })

  it('of a calendar are on the days of the zone of the plan', async () => {
    expect(await event('20261206T230000Z', '20261209T230000Z')).toEqual([['2026-12-07', '2026-12-09', null]])
    expect(await event('20261206T233000Z', '20261207T033000Z')).toEqual([['2026-12-07', '2026-12-07', [0.5, 4.5]]])
  })

  it('of a calendar have a part of their first and their last day', async () => {
    expect(await event('20261207T130000', '20261209T120000')).toEqual([
      ['2026-12-07', '2026-12-07', [13, 24]],
      ['2026-12-08', '2026-12-08', null],
      ['2026-12-09', '2026-12-09', [0, 12]],
    ])
    expect(await event('20261207T220000', '20261208T220000')).toEqual([
      ['2026-12-07', '2026-12-07', [22, 24]],
      ['2026-12-08', '2026-12-08', [0, 22]],
    ])
  })

  it('of rows keep their part of the day, of instants too', async () => {
    const header = 'Name,Start,End,Leave type'
    const shift = 'Bob,2026-12-07T08:00:00Z,2026-12-07T16:00:00Z,'
    expect(
      await absencesIn(`${header}\n${shift}\nAnn,2026-12-07T08:00:00Z,2026-12-07T11:00:00Z,Vacation\n`, 'rows.csv'),
    ).toEqual([['2026-12-07', '2026-12-07', [9, 12]]])
    expect(
      await absencesIn(`${header}\n${shift}\nAnn,2026-12-06T23:00:00Z,2026-12-08T23:00:00Z,Vacation\n`, 'rows.csv'),
    ).toEqual([['2026-12-07', '2026-12-08', null]])
  })
})
