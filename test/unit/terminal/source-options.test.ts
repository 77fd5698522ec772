import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasPassword, readMapping, sourceUrlOf } from '../../../electron/terminal/commands/source-options.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { tempFolder } from '../store/temp-store.ts'

const { texts } = createFormatter('en-US')
const MAPPING = { tables: { visitors: { table: 'besök' } } }
const URL = 'postgres://me:secret@db.example/shop'

/** A file as editors of several systems save it. */
function saved(text: string, how: string): string {
  const wide = Buffer.from(text, 'utf16le')
  const bytes = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16, low byte first': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    'UTF-16, high byte first': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
    'Windows-1252': Buffer.from(text, 'latin1'),
  }[how]!
  const file = join(tempFolder(), 'file')
  writeFileSync(file, bytes)
  return file
}

describe.each([
  'UTF-8',
  'UTF-8 with a byte order mark',
  'UTF-16, low byte first',
  'UTF-16, high byte first',
  'Windows-1252',
])('a file in %s', (how) => {
  it('is read as a mapping', () => {
    expect(readMapping(saved(JSON.stringify(MAPPING), how), texts)).toEqual(MAPPING)
  })

  it('is read as the address of a source', () => {
    expect(sourceUrlOf({ sourceFile: saved(`${URL}\r\n`, how) }, texts)).toBe(URL)
  })
})

describe('a source on the command line', () => {
  it('is named once', () => {
    expect(sourceUrlOf({ source: URL }, texts)).toBe(URL)
    expect(sourceUrlOf({}, texts)).toBeNull()
    expect(() => sourceUrlOf({ source: URL, sourceFile: 'file' }, texts)).toThrow('both name a data source')
    expect(() => sourceUrlOf({ sourceFile: join(tempFolder(), 'gone') }, texts)).toThrow('could not be read')
  })

  it('has a password that others can read in the list of processes where its address holds one', () => {
    expect([URL, 'postgres://db.example/shop?password=x'].map(hasPassword)).toEqual([true, true])
    expect(
      ['postgres://me@db.example/shop', 'postgres://db.example/a:b@c', 'postgres://h/d?password='].map(hasPassword),
    ).toEqual([false, false, false])
  })
})
