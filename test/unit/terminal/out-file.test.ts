import { once } from 'node:events'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileFailure } from '../../../electron/backend/core/file-failure.ts'
import { writeWholeFile } from '../../../electron/backend/core/whole-file.ts'
import { assertWritable, writeOutFile } from '../../../electron/terminal/out-file.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

const { texts } = TERMINAL_FORMAT
const folder = mkdtempSync(join(tmpdir(), 'covercast-write-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

describe('a file that is written as a whole', () => {
  it('is there with all its bytes, and nothing beside it', async () => {
    expect(await writeOutFile(at('a.csv'), 'é\r\n', { overwrite: false, texts })).toBe(4)
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('é\r\n')
    expect(await writeOutFile(at('b.pdf'), new Uint8Array([1, 2, 3]), { overwrite: false, texts })).toBe(3)
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.pdf'])
  })

  it('replaces another only where that was asked for', async () => {
    writeFileSync(at('old.csv'), 'old')
    await expect(writeOutFile(at('old.csv'), 'new', { overwrite: false, texts })).rejects.toThrow(/exists already/u)
    expect(() => assertWritable(at('old.csv'), { overwrite: false, texts })).toThrow(/exists already/u)
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old')
    await writeOutFile(at('old.csv'), 'new', { overwrite: true, texts })
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('new')
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
  })

  it.runIf(process.platform !== 'win32')('replaces what a link names, and keeps its rights', async () => {
    writeFileSync(at('private.csv'), 'old', { mode: 0o600 })
    symlinkSync('private.csv', at('link.csv'))
    await writeOutFile(at('link.csv'), 'new', { overwrite: true, texts })
    expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true)
    expect([readFileSync(at('private.csv'), 'utf8'), statSync(at('private.csv')).mode & 0o777]).toEqual(['new', 0o600])
    // One that leads nowhere yet.
    symlinkSync('later.csv', at('dangling.csv'))
    await writeOutFile(at('dangling.csv'), 'new', { overwrite: true, texts })
    expect([lstatSync(at('dangling.csv')).isSymbolicLink(), readFileSync(at('later.csv'), 'utf8')]).toEqual([
      true,
      'new',
    ])
  })

  it.runIf(process.platform !== 'win32')('never replaces a pipe or a device', async () => {
    const socket = createServer().listen(at('socket'))
    await once(socket, 'listening')
    for (const place of [at('socket'), '/dev/null']) {
      expect(() => assertWritable(place, { overwrite: true, texts })).toThrow(/not a file/u)
      await expect(writeOutFile(place, 'x', { overwrite: true, texts })).rejects.toThrow(/not a file/u)
    }
    expect(lstatSync(at('socket')).isSocket()).toBe(true)
    socket.close()
  })

  it('says what is wrong with its place, before and while it is written, and leaves nothing', async () => {
    mkdirSync(at('folder'))
    writeFileSync(at('file'), '')
    const cases = [
      [at('none/a.csv'), /folder of .* is not there/u],
      [at('file/a.csv'), /folder of .* is not there/u],
      [at('folder'), /is a folder/u],
    ] as const
    for (const [file, words] of cases) {
      expect(() => assertWritable(file, { overwrite: true, texts })).toThrow(words)
      await expect(writeOutFile(file, 'x', { overwrite: true, texts })).rejects.toThrow(words)
    }
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
    expect(existsSync(at('none'))).toBe(false)
  })

  it('is as it was where writing breaks off, and no half of the new one stays', async () => {
    writeFileSync(at('kept.csv'), 'old')
    const before = readdirSync(folder)
    // What cannot be written is found out with the file open.
    await expect(
      writeWholeFile(at('kept.csv'), Symbol('no text') as never, { overwrite: true, mode: 0o600 }),
    ).rejects.toThrow(TypeError)
    expect([readFileSync(at('kept.csv'), 'utf8'), readdirSync(folder)]).toEqual(['old', before])
  })

  it.each([
    ['ENOSPC', 'disk-full', /no room for out\.pdf/u],
    ['EDQUOT', 'disk-full', /no room/u],
    ['EACCES', 'data-folder', /may not be written by you/u],
    ['EROFS', 'data-folder', /may not be written by you/u],
    ['EIO', 'data-folder', /could not be written: boom/u],
  ])('tells %s in words', (code, kind, words) => {
    const report = fileFailure('out.pdf', Object.assign(new Error('boom'), { code }))
    expect(report.code).toBe(kind)
    expect(report.message).toMatch(words)
    expect(report.kept).toMatch(/Nothing was written/u)
  })
})
