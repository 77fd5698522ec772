import { describe, expect, it } from 'vitest'
import { matchNames, peopleInFile, type ChosenNames } from '../../../shared/roster/match-names.ts'
import type { Person } from '../../../shared/roster/roster.ts'

const AGENTS = [
  { id: 'a1', name: 'Ann Lee', email: 'ann.lee@example.com' },
  { id: 'b1', name: 'Bob Ray', email: null },
  { id: 'j1', name: 'Jürgen Groß', email: null },
  { id: 'c1', name: 'Christina Alvarez', email: null },
  { id: 'm1', name: 'Anna Meier', email: null },
  { id: 'm2', name: 'Anna Maier', email: null },
]

const person = (name: string, { id = null, email = null }: Partial<Person> = {}): Person => ({ name, id, email })
const matched = (people: readonly (Person | string)[], chosen: ChosenNames = {}, remembered: ChosenNames = {}) =>
  matchNames(peopleInFile(people.map((one) => (typeof one === 'string' ? person(one) : one))), {
    agents: AGENTS,
    chosen,
    remembered,
  }).map(({ inFile, agentId, how }) => `${inFile}: ${agentId ?? '-'} ${how}`)

describe('who is meant by the names of a file', () => {
  it.each([
    ['Ann Lee', 'a1 exact'],
    ['ANN LEE', 'a1 case'],
    ['jurgen gross', 'j1 case'],
    ['Lee, Ann', 'a1 last-first'],
    ['Ray Bob', 'b1 last-first'],
    ['A. Lee', 'a1 initials'],
    ['Ray, B.', 'b1 initials'],
    ['BR', 'b1 initials'],
    ['Bob', 'b1 initials'],
    ['Cristina Alvares', 'c1 near'],
    ['b1', 'b1 id'],
    ['Somebody Else', '- new'],
    ['Ann Le', 'a1 near'],
    ['Ax', '- new'],
    ['Anna', '- ambiguous'],
    ['Anna Moier', '- ambiguous'],
  ])('finds %s: %s', (name, expected) => {
    expect(matched([name])).toEqual([`${name}: ${expected}`])
  })

  it('finds people by their address, whole or before the @', () => {
    expect(
      matched([person('', { email: 'ANN.LEE@example.com' }), person('', { email: 'bob.ray@elsewhere.org' })]),
    ).toEqual(['ANN.LEE@example.com: a1 email', 'bob.ray@elsewhere.org: b1 email-name'])
  })

  it('does not take an agent whom another name of the file is surely', () => {
    expect(matched(['Ann Lee', 'Ann Le', 'A. Lee'])).toEqual(['Ann Lee: a1 exact', 'Ann Le: - new', 'A. Lee: - new'])
  })

  it('asks who of several is meant also where the file names one of them, or each, surely', () => {
    for (const others of [['Anna Meier'], ['Anna Meier', 'Anna Maier']])
      expect(matched([...others, 'Anna', 'A. M.', 'Anna Moier']).slice(others.length)).toEqual([
        'Anna: - ambiguous',
        'A. M.: - ambiguous',
        'Anna Moier: - ambiguous',
      ])
  })

  it('takes an agent by a less sure name also where another name was chosen for them', () => {
    expect(matched(['Annie', 'Lee, Ann'], { Annie: 'a1' })).toEqual(['Annie: a1 chosen', 'Lee, Ann: a1 last-first'])
  })

  it('takes nobody where two names are nearly one agent’s', () => {
    expect(matched(['Christina Alvarex', 'Christina Alvarev'])).toEqual([
      'Christina Alvarex: - ambiguous',
      'Christina Alvarev: - ambiguous',
    ])
  })

  it('follows what was chosen, then what was remembered, then the file', () => {
    expect(
      matched(
        ['Ann Lee', 'Bob Ray', 'Gone'],
        { 'Ann Lee': 'c1' },
        { 'Ann Lee': 'b1', 'Bob Ray': null, Gone: 'no longer there' },
      ),
    ).toEqual(['Ann Lee: c1 chosen', 'Bob Ray: - remembered', 'Gone: - new'])
  })

  it('keeps apart people of one name whose ids differ', () => {
    expect(
      matched([person('Sam Low', { id: '7' }), person('Sam Low', { id: '8' }), person('Sam Low', { id: '7' })]),
    ).toEqual(['Sam Low (7): - new', 'Sam Low (8): - new'])
  })

  it('is not misled by names of the language itself', () => {
    expect(matched(['__proto__', 'constructor'], JSON.parse('{"toString":"a1"}') as ChosenNames)).toEqual([
      '__proto__: - new',
      'constructor: - new',
    ])
  })
})
