import { type Command, Option } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { USUAL_PAPERS } from '../../../shared/contract/print-page.ts'
import type { Hires } from '../../../shared/predict/capacity/month-capacity.ts'
import type { CommandContext } from '../context.ts'
import { capacityDocument, describeCapacity } from '../describe-capacity.ts'
import type { TerminalTexts } from '../format.ts'
import { type GlobalOptions, type ParseOption, refusePool, usage, valueOption } from '../options.ts'
import { hiresOption } from '../read-assumptions.ts'
import { countPages } from '../count-pages.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { type CapacityAnswer, type CapacityRequest, readCapacity } from '../read-capacity.ts'
import { readPlanChoice } from '../read-plan.ts'
import { languageOf } from './export-options.ts'
import { createPrinter } from '../terminal.ts'

interface CapacityOptions extends GlobalOptions {
  readonly months: 3 | 6 | 12
  readonly plan?: string
  readonly growth: number
  readonly attrition: number
  readonly hires?: readonly Hires[]
  readonly target?: number
  readonly value?: number
  readonly cost?: number
  readonly pdf?: string
  readonly paper: (typeof USUAL_PAPERS)[number]
  readonly overwrite?: boolean
}

const { leastGrowth, mostGrowth, mostAttrition, money } = LIMITS.capacity

/** `covercast capacity`: the months to come. */
export function addCapacityCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { capacityCommand: t } = texts
  program
    .command('capacity')
    .description(t.description)
    .addOption(valueOption('--months <n>', t.months, { parse: parseMonths, texts }).default(12))
    .option('--plan <file|id>', t.plan)
    .addOption(
      valueOption('--growth <percent>', t.growth, { parse: percentFrom(leastGrowth, mostGrowth), texts }).default(0),
    )
    .addOption(hiresOption(t.hires, t.hiresForm, texts))
    .addOption(
      valueOption('--attrition <percent>', t.attrition, { parse: percentFrom(0, mostAttrition), texts }).default(0),
    )
    .addOption(valueOption('--target <percent>', t.target, { parse: percentFrom(0, 100), texts }))
    .addOption(valueOption('--value <money>', t.value, { parse: parseMoney, texts }))
    .addOption(valueOption('--cost <money>', t.costPerHour, { parse: parseMoney, texts }))
    .option('--pdf <file>', t.pdf)
    .addOption(new Option('--paper <paper>', t.paper).choices(USUAL_PAPERS).default('a4'))
    .option('--overwrite', texts.options.overwrite)
    .action(async (options: CapacityOptions) => {
      refusePool(options, texts)
      const { months, growth, attrition, hires = [] } = options
      const plan = options.plan === undefined ? null : readPlanChoice(options.plan, texts)
      const request: CapacityRequest = {
        workspace: options.workspace ?? null,
        plan,
        hires,
        asked: {
          months,
          growth,
          attrition,
          target: options.target ?? null,
          costPerHour: options.cost ?? null,
          visitorWorth: options.value ?? null,
          timeZone: options.timeZone ?? null,
          organizationId: options.org ?? null,
          until: options.now ?? null,
        },
      }
      if (options.pdf !== undefined) assertWritable(options.pdf, { overwrite: options.overwrite === true, texts })
      let found: CapacityAnswer | undefined
      await context.run(options, async (call, { interruptible }) => {
        const answer = await readCapacity(call, request, { interruptible, texts })
        found = answer
        createPrinter(context.terminal, options.json === true).result(
          capacityDocument(answer, context.documentFormat),
          () => describeCapacity(answer, context.format),
        )
      })
      if (options.pdf !== undefined)
        await writePdf({ ...options, pdf: options.pdf }, { request, answer: found!, context })
    })
}

/** Prints the document of an answer, once the data folder is free again: the page's own backend reads it. */
async function writePdf(
  options: CapacityOptions & { readonly pdf: string },
  {
    request,
    answer,
    context,
  }: { readonly request: CapacityRequest; readonly answer: CapacityAnswer; readonly context: CommandContext },
): Promise<void> {
  const { texts, bytes: size } = context.format
  const { organizationId: _, ...asked } = request.asked
  const { plan } = answer
  const pdf = await context.printPage({
    dataDir: options.dataDir ?? null,
    page: {
      ...asked,
      ...languageOf(options, context),
      kind: 'capacity',
      workspaceId: answer.workspaceId,
      hires: [...request.hires],
      plan: plan === null ? null : plan.kind === 'stored' ? plan : { kind: 'given' },
      paper: options.paper,
      ask: false,
    },
    plan: plan?.kind === 'given' ? plan.plan : null,
  })
  const written = await writeOutFile(options.pdf, pdf, { overwrite: options.overwrite === true, texts })
  createPrinter(context.terminal, options.json === true).note(
    texts.files.writtenPages({ file: options.pdf, count: countPages(pdf), size: size(written) }),
  )
}

function parseMonths(value: string, { capacityCommand: t }: TerminalTexts): CapacityOptions['months'] {
  const found = ([3, 6, 12] as const).find((months) => String(months) === value)
  if (found !== undefined) return found
  throw usage(t.monthsProblem({ value }), t.monthsForm)
}

function percentFrom(least: number, most: number): ParseOption<number> {
  return (value, { capacityCommand: t }) => {
    const percent = /^[+-]?\d{1,3}(?:\.\d+)?$/u.test(value) ? Number(value) : Number.NaN
    if (percent >= least && percent <= most) return percent
    throw usage(t.percentProblem({ value }), t.percentForm({ least: String(least), most: String(most) }))
  }
}

function parseMoney(value: string, { capacityCommand: t, options: usual }: TerminalTexts): number {
  const amount = /^\d{1,7}(?:\.\d+)?$/u.test(value) ? Number(value) : Number.NaN
  if (amount <= money) return amount
  throw usage(usual.notANumber({ value }), t.moneyForm({ most: String(money) }))
}
