/** How near to an edge of the board the pointer makes it scroll, and by how much a frame. */
const EDGE = 28
const SCROLL_STEP = 12

/** Scrolls as long as the pointer is at an edge; `onScroll` after each step. Returns what ends it. */
export function scrollAtEdges(
  scroller: HTMLElement,
  pointer: () => { readonly x: number; readonly y: number } | null,
  onScroll: () => void,
): () => void {
  const box = scroller.getBoundingClientRect()
  let frame = requestAnimationFrame(step)
  function step(): void {
    const at = pointer()
    if (at !== null) {
      const dx = stepAt(at.x, box.left, box.right)
      const dy = stepAt(at.y, box.top, box.bottom)
      if (dx !== 0 || dy !== 0) {
        scroller.scrollBy(dx, dy)
        onScroll()
      }
    }
    frame = requestAnimationFrame(step)
  }
  return () => cancelAnimationFrame(frame)
}

function stepAt(position: number, low: number, high: number): number {
  if (position < low + EDGE) return -SCROLL_STEP
  return position > high - EDGE ? SCROLL_STEP : 0
}
