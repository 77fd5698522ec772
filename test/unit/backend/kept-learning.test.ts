import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepLearned, learnAnew } from '../../../electron/backend/prediction/kept-learning.ts'
import { openLearnedFiles } from '../../../electron/store/learned-files.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { inputsOfWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { learn } from '../../../shared/predict/assemble/learn.ts'
import { originOf, pastOf } from '../../../shared/predict/assemble/past.ts'
import { FIRST_DAY, smallHistory } from '../predict/assemble/small-history.ts'
import { tempFolder } from '../store/temp-store.ts'

const DAYS = 14
const HISTORY = smallHistory({ days: DAYS })
const OPTIONS = { timeZone: 'UTC', firstDate: '2026-01-19', knownDays: [], seed: 3, draws: 4 }

const pastIn = (facts: PredictionFacts) => pastOf(facts, originOf(facts, OPTIONS))
const predicted = () => {
  const past = pastIn(HISTORY)
  return inputsOfWeek(past, learn(past, OPTIONS), OPTIONS)
}

/** Asks for what is kept in a folder, and says whether it had to be learned. */
function asking(folder: string, code = 'this code') {
  const keep = keepLearned(openLearnedFiles(folder), code)
  return (facts: PredictionFacts = HISTORY, options: object = OPTIONS): boolean => {
    let isLearned = false
    keep('something', { past: pastIn(facts), options }, () => (isLearned = true))
    return isLearned
  }
}

/** The history with one more of a count, in the first cell of a country that counts. */
function withOneMore(count: 'visitors' | 'covered'): PredictionFacts {
  const [{ dictionary, cells }] = HISTORY.batches as [PredictionFacts['batches'][number]]
  const place = cells.country.findIndex((country) => dictionary.countries[country] === 'US')
  const counts = cells[count].slice()
  counts[place]! += 1
  return { ...HISTORY, batches: [{ dictionary, cells: { ...cells, [count]: counts } }] }
}

describe('what was learned and kept', () => {
  it('is what learning anew gives, to the last bit, in another run of the app and after damage', () => {
    const folder = join(tempFolder(), 'learned')
    const inputs = () =>
      keepLearned(openLearnedFiles(folder), 'code')('inputs', { past: pastIn(HISTORY), options: OPTIONS }, predicted)
    const first = inputs()
    expect(inputs()).toStrictEqual(first)
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged')
    expect(inputs()).toStrictEqual(first)
  })

  const origin = FIRST_DAY + DAYS * DAY_MS
  const [session] = HISTORY.sessions
  const others: readonly (readonly [string, () => PredictionFacts])[] = [
    ['one visitor more', () => withOneMore('visitors')],
    ['one visitor more who was covered', () => withOneMore('covered')],
    [
      'another session',
      () => ({ ...HISTORY, sessions: [{ ...session!, agentId: 'bob' }, ...HISTORY.sessions.slice(1)] }),
    ],
    [
      'a session that began earlier',
      () => ({
        ...HISTORY,
        sessions: [{ ...session!, startedAt: session!.startedAt - 1 }, ...HISTORY.sessions.slice(1)],
      }),
    ],
    ['another membership', () => ({ ...HISTORY, members: HISTORY.members!.slice(1) })],
    [
      'another pool',
      () => ({ ...HISTORY, pools: [...HISTORY.pools!, { id: 'new', isCatchAll: false, present: true }] }),
    ],
    ['an agent who was deactivated', () => ({ ...HISTORY, inactive: { ann: origin - DAY_MS } })],
    ['a day of which nothing is known', () => ({ ...HISTORY, known: [{ start: FIRST_DAY + DAY_MS, end: origin }] })],
    ['a sync that ended earlier', () => ({ ...HISTORY, now: origin - HOUR_MS })],
  ]
  it.each(others)('does not hold with %s', (_, other) => {
    const folder = join(tempFolder(), 'learned')
    const ask = asking(folder)
    expect([ask(), ask()]).toEqual([true, false])
    expect([ask(other()), asking(folder)(other()), ask()]).toEqual([true, false, false])
  })

  it.each([
    ['time zone', { timeZone: 'Asia/Tokyo' }],
    ['week', { firstDate: '2026-01-26' }],
    ['mark', { marks: [{ date: '2026-01-21', kind: 'holiday', note: '' }] }],
    ['publication', { published: [{ id: '1' }] }],
    ['seed', { seed: 4 }],
  ])('does not hold with another %s', (_, change) => {
    const ask = asking(join(tempFolder(), 'learned'))
    expect([ask(), ask(HISTORY, { ...OPTIONS, ...change })]).toEqual([true, true])
  })

  it('does not hold with other code', () => {
    const folder = join(tempFolder(), 'learned')
    expect([asking(folder)(), asking(folder, 'other code')(), asking(folder)()]).toEqual([true, true, false])
  })

  it('holds whatever comes after its origin', () => {
    const folder = join(tempFolder(), 'learned')
    asking(folder)()
    const later = smallHistory({ days: DAYS + 7, visitorsFrom: { day: DAYS, factor: 30 } })
    expect(asking(folder)(later)).toBe(false)
  })
})

it('learns each time where nothing is kept', () => {
  let times = 0
  for (let ask = 0; ask < 2; ask++)
    learnAnew('something', { past: pastIn(HISTORY), options: OPTIONS }, () => (times += 1))
  expect(times).toBe(2)
})
