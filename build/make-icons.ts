import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserOptions } from '../test/support/chromium.ts'

// Draws every icon of the packages from icon.svg: `node build/make-icons.ts`. Its results are committed; run it after changing the drawing.
const FOLDER = import.meta.dirname
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256] as const
/** Types of a Mac's icon and the pixels of each; several stand for half their size on a fine screen. */
const MAC_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const

type Size = (typeof SIZES)[number]

const images = await draw(readFileSync(join(FOLDER, 'icon.svg'), 'utf8'))
rmSync(join(FOLDER, 'icons'), { recursive: true, force: true })
mkdirSync(join(FOLDER, 'icons'))
for (const [size, image] of images) writeFileSync(join(FOLDER, 'icons', `${size}x${size}.png`), image)
writeFileSync(join(FOLDER, 'icon.ico'), windowsIcon())
writeFileSync(join(FOLDER, 'icon.icns'), macIcon())

async function draw(svg: string): Promise<ReadonlyMap<Size, Buffer>> {
  const browser = await chromium.launch(browserOptions())
  try {
    const page = await browser.newPage()
    const drawn = new Map<Size, Buffer>()
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${cropped(svg, size)}`,
      )
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/** Without most of the margin where every pixel counts. */
function cropped(svg: string, size: Size): string {
  return size <= 48 ? svg.replace('viewBox="0 0 1024 1024"', 'viewBox="84 84 856 856"') : svg
}

/** A directory of images, then the images, as Windows has read PNG in icons since Vista. */
function windowsIcon(): Buffer {
  const header = Buffer.alloc(6 + 16 * WINDOWS_SIZES.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(WINDOWS_SIZES.length, 4)
  let offset = header.length
  for (const [index, size] of WINDOWS_SIZES.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(imageOf(size).length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += imageOf(size).length
  }
  return Buffer.concat([header, ...WINDOWS_SIZES.map(imageOf)])
}

function macIcon(): Buffer {
  const blocks = MAC_TYPES.map(([type, size]) => block(type, imageOf(size)))
  return block('icns', Buffer.concat(blocks))
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(content.length + header.length, 4)
  return Buffer.concat([header, content])
}

function imageOf(size: Size): Buffer {
  const image = images.get(size)
  if (image === undefined) throw new Error(`There is no image of ${size} pixels.`)
  return image
}
