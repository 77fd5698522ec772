import { crc32 } from 'node:zlib'
import { AppError } from '../../shared/foundation/errors.ts'
import type { CubeCells, IntegerColumn } from '../../shared/coverage/cube.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { SLOTS_PER_DAY } from '../../shared/time/slots.ts'
import { damaged } from './store-errors.ts'

// A blob holds the cells of one UTC day as columns of integers, each in the least width that fits its largest value:
//   0      version
//   1-6    width in bytes (1, 2, 4) of slot in day, pool, country, agents, visitors, covered
//   7      the same of the class of page, which only version 2 has; else 0
//   8-11   number of cells
//   12-15  UTC day number
//   16-19  CRC-32 of everything else
//   20-    the columns, each padded to 4 bytes, little-endian as every platform Covercast runs on
const VERSION = 1
const WITH_PAGE_CLASSES = 2
const HEADER_BYTES = 20
const CRC_AT = 16
const COLUMN_COUNT = 6

type Width = 1 | 2 | 4

/** Packs the cells of one UTC day. Throws 'internal' for a cell outside the day. */
export function encodeTraffic(day: number, cells: CubeCells): Uint8Array {
  const { length } = cells
  const columns = [
    slotsInDay(day, cells),
    cells.pool,
    cells.country,
    cells.agents,
    cells.visitors,
    cells.covered,
    ...(cells.pageClass === undefined ? [] : [cells.pageClass]),
  ]
  const widths = columns.map((column) => widthFor(column, length))
  const size = widths.reduce((sum, width) => sum + paddedSize(length, width), HEADER_BYTES)
  const buffer = new ArrayBuffer(size)
  const bytes = new Uint8Array(buffer)
  const header = new DataView(buffer)
  header.setUint8(0, cells.pageClass === undefined ? VERSION : WITH_PAGE_CLASSES)
  widths.forEach((width, index) => header.setUint8(1 + index, width))
  header.setUint32(8, length, true)
  header.setInt32(12, day, true)
  let offset = HEADER_BYTES
  columns.forEach((column, index) => {
    const width = widths[index]!
    columnOver(buffer, { offset, width, length }).set(column.length === length ? column : column.subarray(0, length))
    offset += paddedSize(length, width)
  })
  header.setUint32(CRC_AT, checksum(bytes), true)
  return bytes
}

/** Unpacks a day. Throws 'store-damaged' where the blob is not exactly what was packed, 'store-newer' for a later format. */
export function decodeTraffic(day: number, blob: Uint8Array): CubeCells {
  const bytes = aligned(blob)
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_BYTES || header.getUint32(CRC_AT, true) !== checksum(bytes)) throw damagedDay(day)
  const version = header.getUint8(0)
  if (version !== VERSION && version !== WITH_PAGE_CLASSES) throw newerDay(day)
  const length = header.getUint32(8, true)
  const columns = version === VERSION ? COLUMN_COUNT : COLUMN_COUNT + 1
  const widths = Array.from({ length: columns }, (_, index) => header.getUint8(1 + index))
  if (header.getInt32(12, true) !== day || !widths.every(isWidth)) throw damagedDay(day)
  const size = widths.reduce((sum, width) => sum + paddedSize(length, width), HEADER_BYTES)
  if (size !== bytes.length) throw damagedDay(day)

  let offset = bytes.byteOffset + HEADER_BYTES
  const next = (): IntegerColumn => {
    const width = widths.shift() as Width
    const column = columnOver(bytes.buffer, { offset, width, length })
    offset += paddedSize(length, width)
    return column
  }
  // Copies, so that the cells do not keep the narrow columns they were widened from in memory.
  return {
    length,
    slot: absoluteSlots(day, next()),
    pool: next().slice(),
    country: next().slice(),
    agents: next().slice(),
    visitors: new Uint32Array(next()),
    covered: new Uint32Array(next()),
    ...(version === VERSION ? {} : { pageClass: next().slice() }),
  }
}

function slotsInDay(day: number, cells: CubeCells): Uint8Array {
  const first = day * SLOTS_PER_DAY
  const slots = new Uint8Array(cells.length)
  for (let index = 0; index < cells.length; index++) {
    const slot = cells.slot[index]! - first
    if (slot < 0 || slot >= SLOTS_PER_DAY) {
      throw new AppError({
        code: 'internal',
        message: `A cell of slot ${cells.slot[index]} does not belong to ${formatLocalDate(day)}.`,
      })
    }
    slots[index] = slot
  }
  return slots
}

function absoluteSlots(day: number, slotsOfDay: IntegerColumn): Int32Array {
  const first = day * SLOTS_PER_DAY
  const slots = new Int32Array(slotsOfDay.length)
  for (let index = 0; index < slots.length; index++) slots[index] = first + slotsOfDay[index]!
  return slots
}

function widthFor(column: IntegerColumn, length: number): Width {
  let union = 0
  // The bits of all values together need as much room as the largest of them.
  for (let index = 0; index < length; index++) union |= column[index]!
  if ((union & ~0xff) === 0) return 1
  return (union & ~0xffff) === 0 ? 2 : 4
}

function columnOver(buffer: ArrayBufferLike, place: { offset: number; width: Width; length: number }): IntegerColumn {
  const { offset, width, length } = place
  if (width === 1) return new Uint8Array(buffer, offset, length)
  return width === 2 ? new Uint16Array(buffer, offset, length) : new Uint32Array(buffer, offset, length)
}

function paddedSize(length: number, width: number): number {
  return Math.ceil((length * width) / 4) * 4
}

function isWidth(width: number): width is Width {
  return width === 1 || width === 2 || width === 4
}

function aligned(blob: Uint8Array): Uint8Array {
  return blob.byteOffset % 4 === 0 ? blob : new Uint8Array(blob)
}

function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(HEADER_BYTES), crc32(bytes.subarray(0, CRC_AT)))
}

function damagedDay(day: number): AppError {
  return new AppError(damaged(`the visits of ${formatLocalDate(day)}`))
}

function newerDay(day: number): AppError {
  return new AppError({
    code: 'store-newer',
    message: `The visits of ${formatLocalDate(day)} were written by a newer Covercast.`,
    kept: 'They were not changed.',
    next: 'Update Covercast to open this workspace.',
  })
}
