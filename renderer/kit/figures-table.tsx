import { useRef, type ReactNode } from 'react'
import { CopyTable } from './copy-table.tsx'
import { TableBody, type FiguresInTable } from './table-body.tsx'
import './figures-table.css'

/** Figures as a plain table, for reading, for copying and for those who do not see charts. */
export function FiguresTable({ caption, ...table }: FiguresInTable): ReactNode {
  const element = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={caption} table={element} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on its own where the window is small, so it must be reachable by keyboard */}
      <section className="figures-table-frame" tabIndex={0} aria-label={caption}>
        <table className="figures-table" ref={element}>
          <caption className="visually-hidden">{caption}</caption>
          <TableBody {...table} />
        </table>
      </section>
    </>
  )
}
