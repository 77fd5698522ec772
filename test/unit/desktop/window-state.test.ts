import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { privateJsonFile } from '../../../electron/backend/core/private-json-file.ts'
import { placeWindow, windowStateSchema, type Area, type WindowState } from '../../../electron/desktop/window-state.ts'

const MAIN: Area = { x: 0, y: 25, width: 1440, height: 875 }
const SECOND: Area = { x: 1440, y: 0, width: 1920, height: 1080 }
const state = (bounds: Area): WindowState => ({ bounds, isMaximized: false, isFullScreen: false })

describe('a window', () => {
  it('opens in the middle of the main display at first, and fits it', () => {
    expect(placeWindow(null, [MAIN])).toEqual({
      position: null,
      size: { width: 1280, height: 860 },
      isMaximized: false,
      isFullScreen: false,
    })
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 600 }]).size).toEqual({ width: 1024, height: 600 })
  })

  it('opens where it was, on whichever display', () => {
    const kept = state({ x: 2000, y: 100, width: 900, height: 700 })
    expect(placeWindow(kept, [MAIN, SECOND])).toMatchObject({
      position: { x: 2000, y: 100 },
      size: { width: 900, height: 700 },
    })
  })

  it('comes back to the main display when its own is gone', () => {
    expect(placeWindow(state({ x: 2000, y: 100, width: 1900, height: 1000 }), [MAIN])).toMatchObject({
      position: null,
      size: { width: 1440, height: 875 },
    })
  })

  it('comes back when its title bar cannot be reached', () => {
    for (const [x, y] of [
      [-1270, 100],
      [1400, 100],
      [100, -200],
      [100, 890],
    ] as const)
      expect(placeWindow(state({ x, y, width: 1280, height: 800 }), [MAIN]).position).toBeNull()
    expect(placeWindow(state({ x: -1000, y: 100, width: 1280, height: 800 }), [MAIN]).position).toEqual({
      x: -1000,
      y: 100,
    })
  })

  it('opens maximised or in full screen as it was', () => {
    expect(placeWindow({ ...state(MAIN), isMaximized: true }, [MAIN]).isMaximized).toBe(true)
    expect(placeWindow({ ...state(MAIN), isFullScreen: true }, [MAIN]).isFullScreen).toBe(true)
  })

  it('can always be seen and moved, whatever was kept', () => {
    const anything = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(fc.record({ x: anything, y: anything, width: anything, height: anything }), (bounds) => {
        const { position, size } = placeWindow(state(bounds), [MAIN, SECOND])
        expect(size.width).toBeGreaterThanOrEqual(720)
        expect(size.height).toBeGreaterThanOrEqual(520)
        expect(size.width).toBeLessThanOrEqual(1920)
        if (position === null) return
        expect([MAIN, SECOND].some((area) => position.y >= area.y && position.y < area.y + area.height)).toBe(true)
      }),
      { seed: 11 },
    )
  })
})

describe("the file of a window's place", () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-window-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps it for its owner only, and leaves nothing half written', () => {
    const file = privateJsonFile(join(folder, 'desktop', 'window.json'), windowStateSchema)
    expect(file.read()).toBeNull()
    file.write(state(SECOND))
    file.write(state(MAIN))
    expect(file.read()).toEqual(state(MAIN))
    expect(readdirSync(join(folder, 'desktop'))).toEqual(['window.json'])
    // Windows has other means, and reports 0o666.
    expect(statSync(join(folder, 'desktop', 'window.json')).mode & 0o777).toBe(
      process.platform === 'win32' ? 0o666 : 0o600,
    )
  })

  it('counts as none when it is damaged or holds nonsense', () => {
    const path = join(folder, 'window.json')
    const file = privateJsonFile(path, windowStateSchema)
    for (const text of [
      '',
      '{"bounds":',
      '[]',
      'null',
      '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"isMaximized":false,"isFullScreen":false}',
    ]) {
      writeFileSync(path, text)
      expect(file.read()).toBeNull()
    }
  })
})
