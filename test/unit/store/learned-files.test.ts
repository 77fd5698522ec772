import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLearnedFiles } from '../../../electron/store/learned-files.ts'
import { tempFolder } from './temp-store.ts'

const VALUE = {
  rates: Float64Array.of(0.1, Number.NaN, -0, Number.POSITIVE_INFINITY),
  weeks: [{ from: '2026-01-05', to: undefined }],
  none: null,
}

/** The folder does not exist at first; its parent does. */
function learned() {
  const folder = join(tempFolder(), 'learned')
  return { folder, files: openLearnedFiles(folder) }
}

const onlyFile = (folder: string): string => join(folder, readdirSync(folder)[0]!)

describe('files of what was learned', () => {
  it('give back what was kept, to the last bit, to other processes too', () => {
    const { folder, files } = learned()
    expect(files.read('key')).toBeUndefined()
    files.write('key', VALUE)
    expect(openLearnedFiles(folder).read('key')).toStrictEqual(VALUE)
    expect(files.read('another key')).toBeUndefined()
    files.write('key', 'newer')
    expect(files.read('key')).toBe('newer')
  })

  it('can be read by their owner only', () => {
    const { folder, files } = learned()
    files.write('key', VALUE)
    expect([folder, onlyFile(folder)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
  })

  it('are not there where a byte is another, or some are missing, and are removed', () => {
    const { folder, files } = learned()
    files.write('key', VALUE)
    const file = onlyFile(folder)
    const whole = readFileSync(file)
    const flipped = Array.from(whole, (byte, place) => {
      const bytes = Buffer.from(whole)
      bytes[place] = byte ^ (1 << (place % 8))
      return bytes
    })
    const cut = Array.from(whole, (_, length) => whole.subarray(0, length))
    for (const bytes of [...flipped, ...cut, Buffer.concat([whole, Buffer.of(0)])]) {
      writeFileSync(file, bytes)
      expect(files.read('key')).toBeUndefined()
      expect(existsSync(file)).toBe(false)
    }
  })

  it('hold for their own key alone, whatever their name', () => {
    const { folder, files } = learned()
    files.write('key', VALUE)
    const file = onlyFile(folder)
    files.write('other', 'other')
    const other = readdirSync(folder).find((name) => join(folder, name) !== file)!
    renameSync(file, join(folder, other))
    expect(files.read('other')).toBeUndefined()
  })

  it('do not bring an erased workspace back', () => {
    const gone = join(tempFolder(), 'erased')
    openLearnedFiles(join(gone, 'learned')).write('key', VALUE)
    expect(existsSync(gone)).toBe(false)
  })

  it('fail nobody where they cannot be written or read', () => {
    const { folder, files } = learned()
    writeFileSync(folder, 'a file where the folder should be')
    files.write('key', VALUE)
    expect(files.read('key')).toBeUndefined()
    const other = learned()
    other.files.write('key', VALUE)
    const file = onlyFile(other.folder)
    renameSync(file, `${file}.away`)
    mkdirSync(file)
    other.files.write('key', VALUE)
    expect(other.files.read('key')).toBeUndefined()
    // What cannot be kept is learned each time.
    other.files.write('function', () => undefined)
    expect(other.files.read('function')).toBeUndefined()
  })

  it('stay, as many as are used, and no half-written one', () => {
    const { folder, files } = learned()
    const KEPT = 40
    files.write('used', VALUE)
    const used = onlyFile(folder)
    const unfinished = join(folder, 'a.learned.1.part')
    writeFileSync(unfinished, '')
    for (const path of [used, unfinished]) utimesSync(path, 1, 1)
    expect(files.read('used')).toStrictEqual(VALUE)
    for (let key = 0; key < KEPT - 1; key++) files.write(String(key), key)
    expect(existsSync(unfinished)).toBe(false)
    expect(readdirSync(folder)).toHaveLength(KEPT)
    const oldest = Array.from({ length: KEPT - 1 }, (_, key) => key).find(
      (key) => files.read(String(key)) === undefined,
    )
    expect(oldest).toBeUndefined()
    utimesSync(used, 1, 1)
    files.write('one more', 1)
    expect(readdirSync(folder)).toHaveLength(KEPT)
    expect(existsSync(used)).toBe(false)
  })
})
