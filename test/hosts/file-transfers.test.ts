import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileTransfers } from '../../electron/backend/core/file-transfers.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'covercast-transfers-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('files on their way', () => {
  it('are removed when they were fetched, or when work on them has ended, however it did', async () => {
    const transfers = createFileTransfers(folder)
    const prepared = await transfers.prepare('a.covercast')
    writeFileSync(prepared.file, 'content')
    const download = await transfers.takeDownload(prepared.id)
    expect(await new Response(download?.body).text()).toBe('content')
    expect(await transfers.takeDownload(prepared.id)).toBeNull()
    const { uploadId, bytes } = await transfers.receive(new Blob(['some more']).stream(), 100)
    expect(bytes).toBe(9)
    await expect(transfers.withUpload(uploadId, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(transfers.withUpload(uploadId, () => Promise.resolve())).rejects.toMatchObject({ code: 'not-found' })
    await transfers.close()
    expect(files()).toEqual([])
  })

  it('that were made here are offered once they are whole, and where they cannot be written it is said why', async () => {
    const transfers = createFileTransfers(folder)
    const id = await transfers.offer('a.pdf', new Uint8Array([37, 80]))
    expect(files()).toEqual([id])
    const download = await transfers.takeDownload(id)
    expect([download?.fileName, download?.bytes, await new Response(download?.body).text()]).toEqual(['a.pdf', 2, '%P'])
    rmSync(join(folder, 'transfers'), { recursive: true })
    writeFileSync(join(folder, 'transfers'), 'in the way')
    await expect(transfers.offer('a.pdf', new Uint8Array([37, 80]))).rejects.toMatchObject({
      code: 'data-folder',
      message: 'The folder of a.pdf is not there.',
      kept: expect.stringContaining('Nothing was written') as string,
      next: expect.stringContaining('data folder is there') as string,
    })
    expect(files()).toEqual(['transfers'])
  })

  it('that are too large leave nothing behind', async () => {
    const transfers = createFileTransfers(folder)
    await expect(transfers.receive(new Blob(['x'.repeat(101)]).stream(), 100)).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'The file is too large.',
    })
    expect(files()).toEqual([])
  })

  it('of a process that was killed are swept up a day later, those of one that runs are not', async () => {
    for (const [name, at] of [
      ['old', 0],
      ['new', 90_000],
    ] as const) {
      mkdirSync(join(folder, 'transfers', name), { recursive: true })
      writeFileSync(join(folder, 'transfers', name, `${name}-file`), '')
      utimesSync(join(folder, 'transfers', name), at, at)
    }
    await createFileTransfers(folder).sweep(90_000_000)
    expect(files()).toEqual(['new-file'])
    await expect(createFileTransfers(join(folder, 'none')).sweep(0)).resolves.toBeUndefined()
  })
})
