import { describe, expect, it } from 'vitest'
import { readText } from '../../support/rosters/describe-roster.ts'

const timesOf = async (text: string, today?: string) => {
  const { shifts, changed, notUnderstood } = await readText(text, today === undefined ? {} : { today })
  return { shifts: shifts.map((shift) => shift.split(' | ').slice(1, 3).join(' ')), changed, notUnderstood }
}

describe('times without minutes, colons or halves of the day', () => {
  it.each([
    ['830-5', '08:30-17:00'],
    ['9-530', '09:00-17:30'],
    ['1030-7', '10:30-19:00'],
  ])('are read in a grid as 8-4:30 is: %s', async (text, times) => {
    expect(await timesOf(`Name,2026-03-02,2026-03-03\nAnn,${text},\n`)).toEqual({
      shifts: [`2026-03-02 ${times}`],
      changed: ['2:2 afternoon'],
      notUnderstood: [],
    })
  })

  it('keep to 24 hours where three digits say so', async () => {
    expect(await timesOf('Name,2026-03-02,2026-03-03\nAnn,830-1700,2200-600\n')).toEqual({
      shifts: ['2026-03-02 08:30-17:00', '2026-03-03 22:00-06:00'],
      changed: [],
      notUnderstood: [],
    })
  })
})

describe('days of a grid with names that are months as well', () => {
  it.each(['lun 7,mar 8,mié 9', 'lun 7,mar 8,mer 9'])('are weekdays: %s', async (header) => {
    const { shifts } = await timesOf(`Nom,${header}\nAnn,09:00-17:00,09:00-17:00,\n`, '2026-12-01')
    expect(shifts).toEqual(['2026-12-07 09:00-17:00', '2026-12-08 09:00-17:00'])
  })

  it('are weekdays above dates too', async () => {
    const { shifts } = await timesOf(
      'Nom,lun,mar,mer,jeu,ven,sam,dim\n,7,8,9,10,11,12,13\nAnn,,09:00-17:00\n',
      '2026-12-01',
    )
    expect(shifts).toEqual(['2026-12-08 09:00-17:00'])
  })

  it('are of the year in which they are on their weekdays', async () => {
    const { shifts } = await timesOf(`Décembre,,\nNom,lun 7,mar 8\nAnn,,09:00-17:00\n`, '2027-01-05')
    expect(shifts).toEqual(['2026-12-08 09:00-17:00'])
  })
})

it('reads rows that end before the column whose dates stand once above them', async () => {
  const { shifts } = await timesOf('Name,Start,End,Date\nAnn,09:00,17:00,2026-03-02\nBob,10:00,18:00\nCy,11:00,19:00\n')
  expect(shifts).toEqual(['2026-03-02 09:00-17:00', '2026-03-02 10:00-18:00', '2026-03-02 11:00-19:00'])
})

describe('rows of 12 hours without their halves', () => {
  it.each([
    ['9:00', '5:00', '09:00-17:00'],
    ['11', '7', '11:00-19:00'],
    ['830', '5', '08:30-17:00'],
  ])('are read as a grid reads them: %s to %s', async (start, end, times) => {
    expect(await timesOf(`Name,Date,Start,End\nAnn,2026-03-02,${start},${end}\n`)).toEqual({
      shifts: [`2026-03-02 ${times}`],
      changed: ['2:3 afternoon'],
      notUnderstood: [],
    })
  })

  it('have afternoons beside others that say so', async () => {
    expect(await timesOf('Name,Date,Shift\nAnn,2026-03-02,9-5\nBob,2026-03-02,2-10\n')).toMatchObject({
      shifts: ['2026-03-02 09:00-17:00', '2026-03-02 14:00-22:00'],
      changed: ['2:3 afternoon', '3:3 afternoon'],
    })
  })

  it.each([
    ['9-5 / 6-9', ['Ann | 2026-03-02 | 09:00-21:00 | 17:00-18:00 | ']],
    ['9-1 & 6-9', ['Ann | 2026-03-02 | 09:00-13:00 |  | ', 'Ann | 2026-03-02 | 18:00-21:00 |  | ']],
    ['9-5 (2-3)', ['Ann | 2026-03-02 | 09:00-17:00 | 14:00-15:00 | ']],
  ])('go on in the evening: %s', async (text, shifts) => {
    const read = await readText(`Name,2026-03-02,2026-03-03\nAnn,${text},\n`)
    expect(read).toMatchObject({ shifts, changed: ['2:2 afternoon'], notUnderstood: [] })
  })

  it('are read so too with the date of the start beside the end, and in the zone of the row', async () => {
    const text = 'Name,Date,Start,End Date,End,Time zone\nAnn,2026-03-02,9:00,2026-03-02,5:00,Europe/London\n'
    expect((await timesOf(text)).shifts).toEqual(['2026-03-02 10:00-18:00'])
  })

  it('list shifts of more than 15 hours, whole days too', async () => {
    expect(
      await timesOf(
        'Name,Date,Start,End\nAnn,2026-03-02,06:00,22:00\nBob,2026-03-02,17:00,17:00\nCy,2026-03-02,22:00,06:00',
      ),
    ).toEqual({
      shifts: ['2026-03-02 06:00-22:00', '2026-03-02 17:00-17:00', '2026-03-02 22:00-06:00'],
      changed: ['2:3 long', '3:3 long'],
      notUnderstood: [],
    })
  })
})

it.each([
  ['480', 'too-long'],
  ['0', 'no-length'],
])('lists a length that no shift has by its own text and column: %s', async (text, why) => {
  const { found, notUnderstood } = await readText(`Name,Date,Start,Length\nAnn,2026-03-02,09:00,${text}\n`)
  expect(notUnderstood).toEqual([`2:4 ${why}`])
  expect(found.notUnderstood[0]!.text).toBe(text)
})
