import type { ReactNode } from 'react'
import { TableBody, type FiguresInTable } from './table-body.tsx'
import './figures-table.css'

/** Figures as a plain table, for reading, copying and for those who do not see charts. */
export function FiguresTable({ caption, ...table }: FiguresInTable): ReactNode {
  return (
    // Scrolls on its own where the window is small, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="figures-table-frame" tabIndex={0} aria-label={caption}>
      <table className="figures-table">
        <caption className="visually-hidden">{caption}</caption>
        <TableBody {...table} />
      </table>
    </section>
  )
}
