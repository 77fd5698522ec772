import type { Command } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Hires } from '../../../shared/predict/capacity/month-capacity.ts'
import type { CommandContext } from '../context.ts'
import { capacityDocument, describeCapacity } from '../describe-capacity.ts'
import type { TerminalTexts } from '../format.ts'
import { type GlobalOptions, type ParseOption, usage, valueOption } from '../options.ts'
import { hiresOption } from '../read-assumptions.ts'
import { readCapacity } from '../read-capacity.ts'
import { readPlanChoice } from '../read-plan.ts'
import { createPrinter } from '../terminal.ts'

interface CapacityOptions extends GlobalOptions {
  readonly months: 3 | 6 | 12
  readonly plan?: string
  readonly growth: number
  readonly attrition: number
  readonly hires?: readonly Hires[]
  readonly target?: number
  readonly costPerHour?: number
  readonly visitorWorth?: number
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
    .addOption(valueOption('--cost-per-hour <amount>', t.costPerHour, { parse: parseMoney, texts }))
    .addOption(valueOption('--visitor-worth <amount>', t.visitorWorth, { parse: parseMoney, texts }))
    .action(async (options: CapacityOptions) => {
      const { months, growth, attrition, hires = [] } = options
      const plan = options.plan === undefined ? null : readPlanChoice(options.plan, texts)
      await context.run(options, async (call, { interruptible }) => {
        const answer = await readCapacity(
          call,
          {
            workspace: options.workspace ?? null,
            plan,
            hires,
            asked: {
              months,
              growth,
              attrition,
              target: options.target ?? null,
              costPerHour: options.costPerHour ?? null,
              visitorWorth: options.visitorWorth ?? null,
              timeZone: options.timeZone ?? null,
              organizationId: options.org ?? null,
              until: options.now ?? null,
            },
          },
          { interruptible, texts },
        )
        createPrinter(context.terminal, options.json === true).result(
          capacityDocument(answer, context.documentFormat),
          () => describeCapacity(answer, context.format),
        )
      })
    })
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
