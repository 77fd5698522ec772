import { writeFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { LIMITS } from '../../shared/contract/limits.ts'
import { ROSTER_AGENTS } from './roster-size.ts'

// Writes the largest roster that is imported, as CSV and as a workbook, to the two files it is given.
const FIRST_DAY = 20_000
const HEADER = ['Employee', 'Date', 'Start', 'End', 'Break', 'Team', 'Note']
const [csv, xlsx] = process.argv.slice(2)
writeFileSync(csv!, csvText())
writeFileSync(xlsx!, workbookBytes())

function csvText(): string {
  const lines = [HEADER.join(',')]
  for (let index = 0; index < LIMITS.rosterShifts; index++) {
    const date = new Date((FIRST_DAY + Math.floor(index / ROSTER_AGENTS)) * 86_400_000).toISOString().slice(0, 10)
    lines.push(
      `Agent ${index % ROSTER_AGENTS},${date},${String(8 + (index % 4)).padStart(2, '0')}:00,${16 + (index % 4)}:30,30,Support,`,
    )
  }
  return lines.join('\n')
}

function workbookBytes(): Uint8Array {
  const rows: unknown[][] = [HEADER]
  for (let index = 0; index < LIMITS.rosterShifts; index++) {
    rows.push([
      `Agent ${index % ROSTER_AGENTS}`,
      { t: 'n', v: FIRST_DAY + 25_569 + Math.floor(index / ROSTER_AGENTS), z: 'yyyy-mm-dd' },
      { t: 'n', v: (8 + (index % 4)) / 24, z: 'hh:mm' },
      { t: 'n', v: (16.5 + (index % 4)) / 24, z: 'hh:mm' },
      30,
      'Support',
    ])
  }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), 'Roster')
  return new Uint8Array(XLSX.write(book, { type: 'array', compression: true }) as ArrayBuffer)
}
