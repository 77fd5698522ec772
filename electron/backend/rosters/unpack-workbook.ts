import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { tooLarge, unreadable } from './roster-failures.ts'

const MEGABYTE = 1024 ** 2
const MOST_ENTRIES = 10_000
/** Tables, texts, formats and what says where they are; no macros, links to other files, pictures or drawings. */
const KEPT =
  /^(?:xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(?:sharedStrings|styles)\d*\.xml|xl\/worksheets\/[^/]+\.xml|content\.xml|styles\.xml|meta\.xml|mimetype|META-INF\/manifest\.xml)$/iu
const WORKBOOK = /^(?:xl\/workbook\.xml|content\.xml)$/iu

const NOT_WHOLE = 'The file is not a whole workbook: it is cut off or damaged.'
const SAVE_AGAIN = 'Open it in a spreadsheet program, save it again as XLSX, and import that.'

/**
 * The parts of a workbook that hold its tables, by their names, so that nobody after this unpacks anything: what it holds is counted while
 * it is unpacked, whatever size it claims. Throws 'invalid-input' for what is no workbook, is damaged, or holds too much.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let left: number = LIMITS.rosterUnpackedBytes
  try {
    const zip = await opened(bytes)
    if (zip.entryCount > MOST_ENTRIES) throw bomb()
    let hasBinary = false
    for await (const entry of entriesOf(zip)) {
      hasBinary ||= /workbook\.bin$/iu.test(entry.fileName)
      if (!KEPT.test(entry.fileName)) continue
      if (entry.isEncrypted())
        throw unreadable('The workbook is protected by a password.', 'Save it without a password, and import that.')
      const content = await contentOf(zip, entry, left)
      left -= content.byteLength
      files.set(entry.fileName, content)
    }
    if (hasBinary)
      throw unreadable(
        'This is a binary workbook (XLSB), which Covercast does not read.',
        'Save it as XLSX, and import that.',
      )
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'AppError') throw thrown
    throw unreadable(NOT_WHOLE, SAVE_AGAIN, thrown)
  }
  if (![...files.keys()].some((name) => WORKBOOK.test(name)))
    throw unreadable('The file is an archive, but no workbook.', 'Give an XLSX or ODS file.')
  return files
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    ),
  )
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const next = (): Promise<Entry | null> =>
    new Promise((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('end', () => resolve(null))
      zip.once('error', reject)
      zip.readEntry()
    })
  for (let entry = await next(); entry !== null; entry = await next()) yield entry
}

async function contentOf(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw bomb()
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opening) => (error === null ? resolve(opening) : reject(error))),
  )
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > most) throw bomb()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function bomb(): Error {
  return tooLarge('Unpacked, the workbook holds more than any roster', `${LIMITS.rosterUnpackedBytes / MEGABYTE} MB`)
}
