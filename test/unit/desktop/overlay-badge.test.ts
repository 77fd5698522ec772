import { describe, expect, it } from 'vitest'
import { createOverlayBadge, OVERLAY_SIZE, overlayPixels } from '../../../electron/desktop/overlay-badge.ts'

function badgeOn(isOpen: () => boolean) {
  const said: (readonly [icon: string | null, description: string])[] = []
  const badge = createOverlayBadge<string>({
    button: () => (isOpen() ? { setOverlayIcon: (icon, description) => said.push([icon, description]) } : null),
    draw: (pixels, size) => `${pixels.length / (4 * size)} rows`,
    describe: (count) => `${count} alerts`,
  })
  return { said, badge }
}

describe('the number at the button of the taskbar', () => {
  it('comes with alerts and goes with the last of them', () => {
    const { said, badge } = badgeOn(() => true)
    badge.alerts(2)
    badge.alerts(0)
    expect(said).toEqual([
      ['32 rows', '2 alerts'],
      [null, ''],
    ])
  })

  it('is there again when a window is opened while alerts go on', () => {
    let isOpen = false
    const { said, badge } = badgeOn(() => isOpen)
    badge.alerts(1)
    badge.opened()
    isOpen = true
    badge.opened()
    badge.alerts(0)
    badge.opened()
    expect(said).toEqual([
      ['32 rows', '1 alerts'],
      [null, ''],
    ])
  })

  it.each([1, 4, 9, 12])('is drawn white on a disc, within it: %i', (count) => {
    const pixels = overlayPixels(count)
    const at = (column: number, row: number): readonly number[] => [
      ...pixels.subarray(4 * (row * OVERLAY_SIZE + column), 4 * (row * OVERLAY_SIZE + column) + 4),
    ]
    const middle = (OVERLAY_SIZE - 1) / 2
    let white = 0
    let outside = 0
    for (let row = 0; row < OVERLAY_SIZE; row += 1)
      for (let column = 0; column < OVERLAY_SIZE; column += 1) {
        const isWhite = at(column, row).every((value) => value === 255)
        white += Number(isWhite)
        outside += Number(isWhite && Math.hypot(column - middle, row - middle) > OVERLAY_SIZE / 2)
      }
    expect(outside).toBe(0)
    expect(white).toBeGreaterThan(50)
    expect(at(0, 0)).toEqual([0, 0, 0, 0])
  })

  it('is "9+" from ten on', () => {
    expect(overlayPixels(10)).toEqual(overlayPixels(250))
    expect(overlayPixels(10)).not.toEqual(overlayPixels(9))
  })
})
