/** What a table on the screen says, cell by cell: what is read out, without bars and icons. Rows and cells with `data-not-copied` are left out. */
export function tableCells(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.rows]
    .filter(isCopied)
    .map((row) =>
      [...row.cells]
        .filter(isCopied)
        .flatMap((cell) => [cellText(cell), ...Array.from({ length: cell.colSpan - 1 }, () => '')]),
    )
}

function isCopied({ dataset }: HTMLElement): boolean {
  return dataset['notCopied'] === undefined
}

function cellText(node: Element): string {
  if (node.getAttribute('aria-hidden') === 'true') return ''
  if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) return node.value
  return [...node.childNodes]
    .map((child) => (child instanceof Element ? cellText(child) : (child.textContent ?? '')))
    .join(needsBlanks(node) ? ' ' : '')
}

/** Blocks below one another are parted by nothing in the document. */
function needsBlanks(node: Element): boolean {
  return [...node.children].some((child) => getComputedStyle(child).display !== 'inline')
}
