import { createContext, use, type ReactNode } from 'react'
import { currentFormat } from '../format/format-context.tsx'
import { TableBody, type FiguresInTable } from '../kit/table-body.tsx'

/** A name and its value. */
export type Fact = readonly [label: string, value: string]

interface SheetProps {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly children: ReactNode
}

/** Signs of the document that no font here has; they are blank on paper. */
export const MissingSigns = createContext<readonly string[]>([])
/** So many are named. */
const NAMED_SIGNS = 12

/** A document: its title, what it is about, and its parts. */
export function Sheet({ title, facts, children }: SheetProps): ReactNode {
  const missing = use(MissingSigns)
  return (
    <main className="sheet">
      <header className="sheet-head">
        <h1>{title}</h1>
        <FactList facts={facts} className="sheet-facts" />
        {missing.length === 0 ? null : <p className="sheet-warning">{missingSignsText(missing)}</p>}
      </header>
      {children}
    </main>
  )
}

function missingSignsText(signs: readonly string[]): string {
  const codes = signs
    .slice(0, NAMED_SIGNS)
    .map((sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  const t = currentFormat().texts.paper
  const named = codes.join(', ')
  const more = signs.length - NAMED_SIGNS
  return t.missingSigns({ codes: more > 0 ? t.andMore({ codes: named, count: more }) : named })
}

export function FactList({
  facts,
  className,
}: {
  readonly facts: readonly Fact[]
  readonly className: string
}): ReactNode {
  return (
    <dl className={className}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PartProps {
  readonly title: string
  /** What it says and how to read it. */
  readonly note?: string
  /** On paper that is turned. */
  readonly isWide?: boolean
  /** Not parted from its title: short enough for one page. */
  readonly isWhole?: boolean
  readonly children: ReactNode
}

/** A part of a document, with a heading that the outline shows. */
export function Part({ title, note, isWide = false, isWhole = false, children }: PartProps): ReactNode {
  return (
    <section className={`part${isWide ? ' part-wide' : ''}${isWhole ? ' part-whole' : ''}`}>
      <h2>{title}</h2>
      {note === undefined ? null : <p className="part-note">{note}</p>}
      {children}
    </section>
  )
}

/** A table of so many rows, the days of a week, is not parted. */
const SHORT = 7

/** Figures as a table whose head is on every page. */
export function PaperTable({ caption, columns, rows }: FiguresInTable): ReactNode {
  return (
    <table className={rows.length <= SHORT ? 'paper-table part-whole' : 'paper-table'}>
      <caption>{caption}</caption>
      <TableBody columns={columns} rows={rows} />
    </table>
  )
}

/** CSS pixels that fit between the margins of A4 and of Letter, held upright. */
export const CHART_WIDTH = 684
