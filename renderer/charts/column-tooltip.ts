/** Pixels between the pointer and its tooltip. */
const POINTER_GAP = 16

/** The lines of each column of a chart, shown beside the pointer. */
export function columnTooltip(columns: readonly { readonly tooltip: readonly string[] }[]): object {
  return {
    trigger: 'axis',
    className: 'chart-tooltip',
    confine: true,
    position: besidePointer,
    transitionDuration: 0,
    axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.12 } },
    // Lines of words only; every sign of markup in them is escaped.
    formatter: (items: readonly { readonly dataIndex: number }[]) =>
      (columns[items[0]?.dataIndex ?? -1]?.tooltip ?? []).map((part) => `<div>${escapeMarkup(part)}</div>`).join(''),
  }
}

interface TooltipSize {
  readonly contentSize: readonly [width: number, height: number]
  readonly viewSize: readonly [width: number, height: number]
}

/** At the right of the pointer, or at its left where there is no room; never over the bar that is pointed at. */
function besidePointer(
  point: readonly [x: number, y: number],
  ...[, , , { contentSize, viewSize }]: readonly [unknown, unknown, unknown, TooltipSize]
): readonly [number, number] {
  const right = point[0] + POINTER_GAP
  const x = right + contentSize[0] <= viewSize[0] ? right : point[0] - POINTER_GAP - contentSize[0]
  return [x, point[1] - contentSize[1] / 2]
}

/** Text made safe for a tooltip, which is markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
