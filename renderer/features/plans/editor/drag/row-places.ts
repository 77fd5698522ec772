/** Where a row lies, in pixels from the top of the board's content. */
export interface RowPlace {
  readonly agentId: string | null
  readonly top: number
  readonly height: number
  readonly element: HTMLElement
}

/** The rows under a layer, as they lie now. */
export function rowPlaces(layer: HTMLElement): readonly RowPlace[] {
  const top = layer.getBoundingClientRect().top
  return [...(layer.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((element) => {
    const box = element.getBoundingClientRect()
    const { row } = element.dataset
    return { agentId: row === '' ? null : row!, top: box.top - top, height: box.height, element }
  })
}

/** The row at a height; the last one below all. */
export function rowAt(rows: readonly RowPlace[], y: number): number {
  const found = rows.findIndex(({ top, height }) => y < top + height)
  return found === -1 ? rows.length - 1 : found
}
