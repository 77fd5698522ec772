import { plain } from './words.ts'
import type { Person } from './roster.ts'

/** An agent whom the workspace knows. */
export interface KnownAgent {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** How somebody of a file was found; `new`: nobody of that name is known; `ambiguous`: several could be meant. */
export const MATCHED_BY = [
  'chosen',
  'remembered',
  'id',
  'email',
  'exact',
  'case',
  'last-first',
  'initials',
  'email-name',
  'near',
  'new',
  'ambiguous',
] as const
export type MatchedBy = (typeof MATCHED_BY)[number]

export interface NameMatch {
  /** As the file writes it: the name, else the address, else the id. */
  readonly inFile: string
  /** null: somebody new, or several could be meant. */
  readonly agentId: string | null
  readonly how: MatchedBy
  /** Those who could be meant. */
  readonly candidates: readonly string[]
}

/** What was said of names before: by the name in the file, the agent's id, or null for somebody new. */
export type ChosenNames = Readonly<Record<string, string | null>>

/** Everybody of a file once, by what tells them apart: the name, and where several have it, the id or the address too. */
export interface PeopleInFile {
  readonly people: ReadonlyMap<string, Person>
  readonly nameOf: (person: Person) => string
}

/** Collects the people of a file. */
export function peopleInFile(all: Iterable<Person>): PeopleInFile {
  const ids = new Map<string, Set<string>>()
  const emails = new Map<string, Set<string>>()
  const seen = new Set<Person>()
  for (const person of all) {
    if (seen.has(person)) continue
    seen.add(person)
    if (person.id !== null) setIn(ids, person.name).add(person.id)
    if (person.email !== null) setIn(emails, person.name).add(person.email)
  }
  const nameOf = ({ name, id, email }: Person): string => {
    if (name === '') return email ?? id ?? ''
    if ((ids.get(name)?.size ?? 0) > 1 && id !== null) return `${name} (${id})`
    return (emails.get(name)?.size ?? 0) > 1 && email !== null ? `${name} (${email})` : name
  }
  const people = new Map<string, Person>()
  for (const person of seen) {
    const key = nameOf(person)
    if (key !== '' && !people.has(key)) people.set(key, person)
  }
  return { people, nameOf }
}

/** The agent's id of somebody who is of the plan alone. */
export function newAgentId(inFile: string, { id, isOwnId }: Person): string {
  return isOwnId === true && id !== null ? id : inFile
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const found = sets.get(key) ?? new Set()
  sets.set(key, found)
  return found
}

interface Matching {
  readonly agents: readonly KnownAgent[]
  readonly chosen: ChosenNames
  readonly remembered: ChosenNames
}

/**
 * Who is meant by the people of a file. From the surest way to the least: an agent who was found in one way is not found again, by another
 * name, in one that is less sure, but is still one of those who could be meant. Where several could be meant, nobody is taken.
 */
export function matchNames(
  { people: byName }: PeopleInFile,
  { agents, chosen, remembered }: Matching,
): readonly NameMatch[] {
  const found = new Map<string, NameMatch>()
  const taken = new Set<string>()
  const known = new Map(agents.map((agent) => [agent.id, agent]))
  const take = (match: NameMatch): void => {
    found.set(match.inFile, match)
    // What a person said of one name says nothing of another.
    if (match.agentId !== null && match.how !== 'chosen' && match.how !== 'remembered') taken.add(match.agentId)
  }
  for (const [how, said] of [
    ['chosen', chosen],
    ['remembered', remembered],
  ] as const) {
    for (const inFile of byName.keys()) {
      if (found.has(inFile) || !Object.hasOwn(said, inFile)) continue
      const agentId = said[inFile]!
      // Who was meant may be gone by now; what was chosen just now holds.
      if (agentId === null || how === 'chosen' || known.has(agentId)) take({ inFile, agentId, how, candidates: [] })
    }
  }
  for (const [inFile, { id }] of byName) {
    if (!found.has(inFile) && id !== null && known.has(id)) take({ inFile, agentId: id, how: 'id', candidates: [] })
    else if (!found.has(inFile) && known.has(inFile)) take({ inFile, agentId: inFile, how: 'id', candidates: [] })
  }
  for (const { how, agentKeys, personKeys, isTakenOnce } of WAYS) {
    const index = new Map<string, string[]>()
    for (const agent of agents)
      for (const key of new Set(agentKeys(agent))) index.set(key, [...(index.get(key) ?? []), agent.id])
    const hits: { readonly inFile: string; readonly ids: readonly string[] }[] = []
    for (const [inFile, person] of byName) {
      if (found.has(inFile)) continue
      const ids = [...new Set(personKeys(person).flatMap((key) => index.get(key) ?? []))]
      // Somebody who was found by a surer name is still one of several who could be meant.
      if (ids.length > 1 || (ids.length === 1 && !(isTakenOnce && taken.has(ids[0]!)))) hits.push({ inFile, ids })
    }
    const wanted = Map.groupBy(
      hits.filter(({ ids }) => ids.length === 1),
      ({ ids }) => ids[0]!,
    )
    for (const { inFile, ids } of hits) {
      // Two names of the file for one agent, neither of which is quite theirs.
      const isAlone = ids.length === 1 && (!isTakenOnce || wanted.get(ids[0]!)!.length === 1)
      if (isAlone) take({ inFile, agentId: ids[0]!, how, candidates: [] })
      else take({ inFile, agentId: null, how: 'ambiguous', candidates: ids })
    }
  }
  takeNear(byName, { agents, found, taken, take })
  return [...byName.keys()].map((inFile) => found.get(inFile) ?? { inFile, agentId: null, how: 'new', candidates: [] })
}

interface Way {
  readonly how: MatchedBy
  readonly agentKeys: (agent: KnownAgent) => readonly string[]
  readonly personKeys: (person: Person) => readonly string[]
  /** Less sure than a name as it is written. */
  readonly isTakenOnce: boolean
}

const filled = (...keys: readonly string[]): readonly string[] => keys.filter((key) => key !== '')
const localPart = (email: string | null): string => (email === null ? '' : plain(email.split('@')[0]!))

const WAYS: readonly Way[] = [
  {
    how: 'email',
    agentKeys: ({ name, email }) => filled(email?.toLowerCase() ?? '', name.includes('@') ? name.toLowerCase() : ''),
    personKeys: ({ email }) => filled(email?.toLowerCase() ?? ''),
    isTakenOnce: false,
  },
  { how: 'exact', agentKeys: ({ name }) => [name], personKeys: ({ name }) => filled(name), isTakenOnce: false },
  {
    how: 'case',
    agentKeys: ({ name }) => filled(plain(name)),
    personKeys: ({ name }) => filled(plain(name)),
    isTakenOnce: false,
  },
  {
    how: 'last-first',
    agentKeys: ({ name }) => filled(sortedWords(name)),
    personKeys: ({ name }) => (name.trim().includes(' ') || name.includes(',') ? filled(sortedWords(name)) : []),
    isTakenOnce: true,
  },
  {
    how: 'email-name',
    agentKeys: ({ name, email }) =>
      filled(localPart(email), plain(name), initialAndLast(name).replace(' ', ''), plain(name).replaceAll(' ', '')),
    personKeys: ({ email }) => filled(localPart(email)),
    isTakenOnce: true,
  },
  {
    how: 'initials',
    agentKeys: ({ name }) => filled(...shortForms(name)),
    personKeys: ({ name }) => filled(plain(name), flipped(name)),
    isTakenOnce: true,
  },
]

function wordsOf(name: string): readonly string[] {
  return plain(name)
    .split(' ')
    .filter((word) => word !== '')
}

function sortedWords(name: string): string {
  return wordsOf(name).toSorted().join(' ')
}

function initialAndLast(name: string): string {
  const words = wordsOf(name)
  return words.length < 2 ? '' : `${words[0]![0]} ${words.at(-1)!}`
}

/** "Ann Lee" as "Ann L", "A Lee", "AL", "Ann". */
function shortForms(name: string): readonly string[] {
  const words = wordsOf(name)
  if (words.length < 2) return []
  const [first, last] = [words[0]!, words.at(-1)!]
  return [
    `${first} ${last[0]}`,
    `${first[0]} ${last}`,
    words.map((word) => word[0]).join(''),
    words.map((word) => word[0]).join(' '),
    first,
  ]
}

/** "Lee, A." as "a lee". */
function flipped(name: string): string {
  const comma = /^([^,]+),([^,]+)$/u.exec(name)
  return comma === null ? '' : plain(`${comma[2]} ${comma[1]}`)
}

interface Near {
  readonly agents: readonly KnownAgent[]
  readonly found: ReadonlyMap<string, NameMatch>
  readonly taken: ReadonlySet<string>
  readonly take: (match: NameMatch) => void
}

/** Slips of the pen: one letter of five, two of nine; never of a name that is another's. */
function takeNear(byName: ReadonlyMap<string, Person>, { agents, found, taken, take }: Near): void {
  const known = agents.map(({ id, name }) => ({ id, name: plain(name), sorted: sortedWords(name) }))
  if (known.length === 0) return
  const hits = [...byName].flatMap(([inFile, { name }]) => {
    const typed = plain(name)
    const allowed = typed.length >= 9 ? 2 : typed.length >= 5 ? 1 : 0
    if (found.has(inFile) || allowed === 0) return []
    const sorted = sortedWords(name)
    const near = known
      .map((agent) => ({
        id: agent.id,
        distance: Math.min(distance(typed, agent.name, allowed), distance(sorted, agent.sorted, allowed)),
      }))
      .filter((one) => one.distance <= allowed)
    if (near.length === 0) return []
    const least = Math.min(...near.map((one) => one.distance))
    const ids = near.filter((one) => one.distance === least).map(({ id }) => id)
    return ids.length === 1 && taken.has(ids[0]!) ? [] : [{ inFile, ids }]
  })
  const wanted = Map.groupBy(hits, ({ ids }) => ids[0]!)
  for (const { inFile, ids } of hits) {
    if (ids.length === 1 && wanted.get(ids[0]!)!.length === 1)
      take({ inFile, agentId: ids[0]!, how: 'near', candidates: [] })
    else take({ inFile, agentId: null, how: 'ambiguous', candidates: ids })
  }
}

/** How many letters have to be changed, added or taken out; over `most` it is not counted. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const changed = before[column - 1]! + Number(one[row - 1] !== other[column - 1])
      current.push(Math.min(changed, before[column]! + 1, current[column - 1]! + 1))
    }
    if (Math.min(...current) > most) return most + 1
    before = current
  }
  return before.at(-1)!
}
