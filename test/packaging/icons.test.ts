import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const BUILD = join(import.meta.dirname, '..', '..', 'build')
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const sizeOf = (png: Buffer): number => {
  expect(png.subarray(0, 8)).toEqual(PNG)
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20))
  return png.readUInt32BE(16)
}

describe('the icon', () => {
  it('is there in every size that a Linux desktop asks for', () => {
    for (const size of SIZES) expect(sizeOf(readFileSync(join(BUILD, 'icons', `${size}x${size}.png`)))).toBe(size)
    expect(readdirSync(join(BUILD, 'icons'))).toHaveLength(SIZES.length)
  })

  it('is there for Windows, from the title bar to the largest tile', () => {
    const file = readFileSync(join(BUILD, 'icon.ico'))
    const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) =>
      file.subarray(6 + 16 * index, 22 + 16 * index),
    )
    const sizes = entries.map((entry) =>
      sizeOf(file.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8))),
    )
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
    expect(entries.map((entry) => entry.readUInt8(0) || 256)).toEqual(sizes)
  })

  it('is there for a Mac, fine screens included', () => {
    const file = readFileSync(join(BUILD, 'icon.icns'))
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length])
    const blocks = new Map<string, number>()
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
      blocks.set(file.toString('latin1', at, at + 4), sizeOf(file.subarray(at + 8, at + file.readUInt32BE(at + 4))))
    expect(Object.fromEntries(blocks)).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    })
  })
})
