import { describe, expect, it } from 'vitest'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { readText } from '../../support/rosters/describe-roster.ts'

const row = async (header: string, text: string) => {
  const { shifts, absences, notUnderstood } = await readText(
    `Name,Date,Start,End,${header}\nAnn,2026-03-02,09:00,17:00,${text}\nBob,2026-03-02,09:00,17:00,\n`,
  )
  return { shifts: shifts.length - 1, absences: absences.map((one) => one.split(' | ')[1]), notUnderstood }
}

describe('rows with times of people who are away', () => {
  it.each([
    ['Type', 'Sick - paid', 'ill'],
    ['Type', 'Vacation (approved)', 'vacation'],
    ['Leave Type', 'Annual leave - half day', 'vacation'],
    ['Leave Type', 'Time off request', 'vacation'],
  ])('are absences: %s %s', async (header, text, kind) => {
    expect(await row(header, text)).toEqual({ shifts: 0, absences: [kind], notUnderstood: [] })
  })

  it.each(['Cancelled', 'Declined', 'abgesagt'])('are listed where they were called off: %s', async (text) => {
    expect(await row('Status', text)).toEqual({ shifts: 0, absences: [], notUnderstood: ['2:5 called-off'] })
  })

  it('are listed where it is not clear what they are', async () => {
    expect(await row('Type', 'Sick leave to be discussed')).toEqual({
      shifts: 0,
      absences: [],
      notUnderstood: ['2:5 unclear-absence'],
    })
  })

  it.each(['Vacation cover', 'Sick queue', 'Chat'])('are shifts where somebody works: %s', async (text) => {
    expect(await row('Type', text)).toEqual({ shifts: 1, absences: [], notUnderstood: [] })
  })

  it('are read by their status and their kind alike', async () => {
    const text = 'Name,Date,Start,End,Status,Leave Type\nAnn,2026-03-02,09:00,17:00,Approved,Vacation\n'
    const { absences } = await readText(
      `${text}Bob,2026-03-02,09:00,17:00,Declined,Vacation\nCy,2026-03-02,9:00,17:00,,`,
    )
    expect(absences).toEqual(['Ann | vacation | 2026-03-02..2026-03-02 | 09:00-17:00'])
  })

  it.each([
    ['9:00', '5:00', [540, 1020]],
    ['9:00 AM', '5:00', [540, 1020]],
    ['18:00', '00:00', [1080, 1440]],
    ['18:00', '24:00', [1080, 1440]],
    ['22:00', '06:00', [1320, 1800]],
    ['2026-03-02 18:00', '2026-03-03 00:00', [1080, 1440]],
    ['2026-03-02 22:00', '2026-03-03 06:00', [1320, 1800]],
    ['00:00', '00:00', null],
    ['00:00', '24:00', null],
  ])('are away for that part of the day: %s to %s', async (start, end, part) => {
    const { found } = await readText(
      `Name,Date,Start,End,Type\nAnn,2026-03-02,${start},${end},Vacation\nBob,2026-03-02,8:00,17:00,\n`,
    )
    const [absence] = found.absences
    expect([absence!.firstDay, absence!.lastDay].map(formatLocalDate)).toEqual(['2026-03-02', '2026-03-02'])
    expect(absence!.part).toEqual(part === null ? null : { startMinute: part[0], endMinute: part[1] })
  })

  it.each([
    ['Type', 'Vacation (half day)', '2:5 part-of-day'],
    ['Leave Type', 'Urlaub halbtags', '2:5 part-of-day'],
    ['Leave Type', 'PTO 0.5', '2:5 part-of-day'],
    ['Hours,Type', '4,Vacation', '2:5 part-of-day'],
    ['Notes,Type', 'half day,Vacation', '2:5 part-of-day'],
  ])('are not away for a whole day where it is a part that has no times: %s %s', async (header, text, listed) => {
    const read = await readText(`Name,Date,Start,End,${header}\nAnn,2026-03-02,,,${text}\nBob,2026-03-02,8:00,17:00,\n`)
    expect([read.absences, read.notUnderstood]).toEqual([[], [listed]])
  })

  it('are away for as long as the row says, from its start', async () => {
    const header = 'Name,Date,Start,End,Hours,Type'
    const { absences } = await readText(
      `${header}\nAnn,2026-03-02,13:00,,4,Vacation\nAnn,2026-03-03,,,8,Vacation\nBob,2026-03-02,8:00,17:00,9,\n`,
    )
    expect(absences).toEqual([
      'Ann | vacation | 2026-03-02..2026-03-02 | 13:00-17:00',
      'Ann | vacation | 2026-03-03..2026-03-03',
    ])
  })

  it('are away from the middle of one day to the middle of another', async () => {
    const { absences } = await readText(
      'Name,Start,End,Type\nAnn,2026-03-02 13:00,2026-03-05 12:00,Vacation\nBob,2026-03-02 8:00,2026-03-02 17:00,\n',
    )
    expect(absences).toEqual([
      'Ann | vacation | 2026-03-02..2026-03-02 | 13:00-00:00',
      'Ann | vacation | 2026-03-03..2026-03-04',
      'Ann | vacation | 2026-03-05..2026-03-05 | 00:00-12:00',
    ])
  })

  it('are away for the hours of one text, and an afternoon that was inferred is listed', async () => {
    const { found, changed } = await readText(
      'Name,Date,Shift,Type\nAnn,2026-03-02,9-5,Vacation\nBob,2026-03-02,8-12,\n',
    )
    expect(found.absences[0]!.part).toEqual({ startMinute: 540, endMinute: 1020 })
    expect(changed).toEqual(['2:3 afternoon'])
  })
})
