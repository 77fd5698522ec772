import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { AppError, assertNever, type ErrorReport, toErrorReport } from '../../shared/foundation/errors.ts'
import type { RpcClient } from '../app/rpc/procedures.ts'
import { PRINT_WIRE, type PrintPage } from '../../shared/contract/print-page.ts'
import { addDays } from '../../shared/time/local.ts'
import { reportOf } from '../app/errors/error-report.ts'
import { spokenLanguage } from '../../shared/language/languages.ts'
import { currentFormat, nameLanguage, setCurrentFormat } from '../format/format-context.tsx'
import { createFormatter, type Formatter } from '../format/formatter.ts'
import { loadLanguage, systemLanguages } from '../format/loaded-languages.ts'
import { CapacityDocument } from './capacity/capacity-document.tsx'
import { loadCapacity } from './capacity/load-capacity.ts'
import { CompareDocument } from './compare/compare-document.tsx'
import { loadCompare } from './compare/load-compare.ts'
import { CoverageDocument } from './coverage/coverage-document.tsx'
import { loadCoverage } from './coverage/load-coverage.ts'
import { HealthDocument } from './health/health-document.tsx'
import { MissingSigns } from './sheet.tsx'
import { missingSigns } from './missing-signs.ts'
import { loadPlan } from './plan/load-plan.ts'
import { PlanDocument } from './plan/plan-document.tsx'
import { loadRoster } from './roster/load-roster.ts'
import { RosterDocument } from './roster/roster-document.tsx'

interface ShowOptions {
  readonly root: HTMLElement
  /** null: the address says nothing that can be read. */
  readonly page: PrintPage | null
  readonly client: RpcClient
}

/** Reads a document, shows it, and marks on the page's root when it is complete, or why it cannot be. */
export async function showPrint({ root, page, client }: ShowOptions): Promise<void> {
  const mark = document.documentElement
  const view = createRoot(root)
  try {
    if (page === null) {
      const t = currentFormat().texts.paper
      throw new AppError({ code: 'invalid-input', message: t.badAddress, next: t.badAddressNext })
    }
    mark.dataset['paper'] = page.paper
    const { title, content } = await loadDocument(page, client)
    document.title = title
    nameEveryPage(`${title} · Covercast`)
    flushSync(() => view.render(content))
    await document.fonts.ready
    const missing = missingSigns(root.textContent)
    if (missing.length > 0)
      flushSync(() => view.render(<MissingSigns.Provider value={missing}>{content}</MissingSigns.Provider>))
    mark.setAttribute(PRINT_WIRE.state, 'ready')
    if (page.ask) print()
  } catch (thrown) {
    const report = thrown instanceof AppError ? toErrorReport(thrown) : reportOf(thrown)
    flushSync(() => view.render(<Failure report={report} />))
    mark.setAttribute(PRINT_WIRE.failure, JSON.stringify(report))
    mark.setAttribute(PRINT_WIRE.state, 'failed')
  }
}

/** Pages may hang on a wall, each by itself. What stands in a page's margin can be said by a style sheet alone. */
function nameEveryPage(name: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { @bottom-left { content: ${cssString(name)} } }`)
  document.adoptedStyleSheets = [sheet]
}

/** A text as a style sheet writes it. */
function cssString(text: string): string {
  return `"${text.replaceAll(/[\\"\n]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
}

interface Shown {
  /** Of the file and of the tab. */
  readonly title: string
  readonly content: ReactNode
}

async function loadDocument(page: PrintPage, client: RpcClient): Promise<Shown> {
  const format = await loadFormatter(page, client)
  setCurrentFormat(format)
  nameLanguage(format)
  switch (page.kind) {
    case 'plan': {
      const plan = await loadPlan(page, client, format)
      return {
        title: `${plan.title}, ${format.dateRange(page.week, addDays(page.week, 6))}`,
        content: <PlanDocument plan={plan} format={format} />,
      }
    }
    case 'roster': {
      const roster = await loadRoster(page, client, format)
      return { title: roster.title, content: <RosterDocument roster={roster} format={format} /> }
    }
    case 'coverage': {
      const coverage = await loadCoverage(page, client, format)
      return { title: coverage.title, content: <CoverageDocument coverage={coverage} format={format} /> }
    }
    case 'compare': {
      const compare = await loadCompare(page, client, format)
      return { title: compare.title, content: <CompareDocument compare={compare} format={format} /> }
    }
    case 'capacity': {
      const capacity = await loadCapacity(page, client, format)
      return { title: capacity.fileTitle, content: <CapacityDocument capacity={capacity} format={format} /> }
    }
    case 'health': {
      const report = await client.health.report.query()
      const { paperTitle } = format.texts.organizations
      if (report === null) throw new AppError({ code: 'not-found', message: format.texts.organizations.emptyTitle })
      return { title: paperTitle, content: <HealthDocument report={report} format={format} /> }
    }
    default:
      return assertNever(page)
  }
}

async function loadFormatter({ language, texts }: PrintPage, client: RpcClient): Promise<Formatter> {
  const { language: setting, firstDayOfWeek, currency } = await client.app.settings.query()
  const languages = [language ?? undefined, ...systemLanguages()]
  await loadLanguage(spokenLanguage(texts ?? setting, languages).code)
  return createFormatter({
    setting: texts ?? setting,
    languages,
    firstDayOfWeek: firstDayOfWeek === 'locale' ? null : firstDayOfWeek,
    currency,
  })
}

function Failure({ report }: { readonly report: ErrorReport }): ReactNode {
  return (
    <main className="sheet">
      <h1>{currentFormat().texts.paper.failed}</h1>
      <p>{report.message}</p>
      {report.next === undefined ? null : <p>{report.next}</p>}
    </main>
  )
}
