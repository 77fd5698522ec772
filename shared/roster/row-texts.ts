import type { Role } from './headers.ts'
import { addressIn, withoutAddress } from './address.ts'
import type { Person } from './roster.ts'
import type { RowsTable } from './row-columns.ts'
import { plain, saysOpen, tidy } from './words.ts'

/** A function that says whom a row names, of each the same object. */
export function personReader(
  table: RowsTable,
  cell: (row: readonly string[], role: Role) => string,
): (row: readonly string[]) => Person | null {
  const persons = new Map<string, Person | null>()
  return (row) => {
    const texts = [
      cell(row, 'agent'),
      cell(row, 'first-name'),
      cell(row, 'last-name'),
      cell(row, 'agent-id'),
      cell(row, 'email'),
    ]
    const key = texts.join('\u0000')
    const known = persons.get(key)
    if (known !== undefined) return known
    const person = table.isOwn ? ownPerson(texts[0]!, texts[3]!) : personOf(texts)
    persons.set(key, person)
    return person
  }
}

function ownPerson(name: string, id: string): Person | null {
  return id === '' ? null : { name, id, email: null, isOwnId: true }
}

function personOf([agent = '', first = '', last = '', id = '', email = '']: readonly string[]): Person | null {
  const whole = tidy(agent).replaceAll('\n', ' ')
  const written = whole === '' ? [tidy(first), tidy(last)].filter((part) => part !== '').join(' ') : whole
  const address = tidy(email) || addressIn(written)
  const name = withoutAddress(written)
  const number = tidy(id)
  if (saysOpen(name) && address === '' && (number === '' || number === '0')) return null
  return {
    name: name === address || saysOpen(name) ? '' : name,
    id: number === '' ? null : number,
    email: address === '' ? null : address,
  }
}

/** A function that says what a row's note is: roles and teams, then notes, then an activity that is no common word for work. */
export function noteReader(table: RowsTable): (row: readonly string[]) => string {
  const at = (wanted: Role): readonly number[] =>
    table.roles.flatMap((role, column) => (role === wanted ? [column] : []))
  if (table.isOwn) {
    const [own = -1] = at('note')
    return (row) => row[own] ?? ''
  }
  const columns = [...at('place'), ...at('note'), ...at('activity')]
  return (row) => {
    if (columns.length === 0) return ''
    let note = ''
    for (const column of columns) {
      const text = tidy(row[column] ?? '')
      if (text === '' || PLAIN_WORK.has(plain(text))) continue
      if (note === '') note = text
      else if (!note.split(' · ').includes(text)) note = `${note} · ${text}`
    }
    return note
  }
}

const PLAIN_WORK = new Set([
  'shift',
  'work',
  'working',
  'schicht',
  'arbeit',
  'regular',
  'regular shift',
  'scheduled',
  'open',
  'turno',
  'vagt',
  'travail',
  'lavoro',
  'n a',
])
