import { describe, expect, it } from 'vitest'
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
    expect(absences).toEqual(['Ann | vacation | 2026-03-02..2026-03-02'])
  })
})
