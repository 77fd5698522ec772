import { AppError } from '../../../../shared/contract/errors.ts'
import type { PrintPage } from '../../../../shared/contract/print-page.ts'
import { safeFileName, type FileTransfers } from '../../file-transfers.ts'
import type { PagePrinter } from '../../host-capabilities.ts'
import type { ServiceDependencies } from '../dependencies.ts'
import { workspaceById } from '../workspace-by-id.ts'
import type { AppExports } from './export-services.ts'
import { planText } from './plan-texts.ts'

interface AppExportsOptions {
  readonly deps: ServiceDependencies
  readonly transfers: FileTransfers
  readonly printer: PagePrinter | null
}

/** Files of plans and reports, for the app. */
export function appExports({ deps, transfers, printer }: AppExportsOptions): AppExports {
  return {
    planText: ({ workspaceId, planId, ...request }) => planText(deps, { workspaceId, plan: { kind: 'stored', id: planId }, now: deps.clock(), until: null }, request),
    async pdf(page) {
      if (printer === null) {
        throw new AppError({ code: 'printer-missing', message: 'No PDF can be made here.', next: 'Print instead, and choose "Save as PDF" as the printer.' })
      }
      const fileName = await nameOf(deps, page)
      const bytes = await printer.print({ page: { ...page, ask: false }, plan: null })
      const id = await transfers.offer(fileName, bytes)
      return { path: `/download/${id}`, fileName, bytes: bytes.byteLength }
    },
  }
}

async function nameOf(deps: ServiceDependencies, page: PrintPage): Promise<string> {
  const work = deps.data.work()
  const { name } = await workspaceById(work, page.workspaceId)
  if (page.kind === 'coverage') return safeFileName(`${name.slice(0, 40)} coverage ${page.from} to ${page.to}`, 'pdf')
  if (page.kind === 'compare') {
    const { plan } = await work.readPublication(page.workspaceId, page.publicationId)
    return safeFileName(`${plan.name.slice(0, 60)} compared ${page.week}`, 'pdf')
  }
  if (page.planId === null) throw new AppError({ code: 'invalid-input', message: 'The document names no plan.' })
  const { plan } = await work.readPlan(page.workspaceId, page.planId)
  return safeFileName(`${plan.name.slice(0, 60)} ${page.week}`, 'pdf')
}
