import type { Command, Option } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { SlotMinutes } from '../../../shared/predict/types.ts'
import type { CommandContext } from '../context.ts'
import { describeForecast } from '../describe-forecast.ts'
import type { TerminalTexts } from '../format.ts'
import { parseDate, usage, valueOption } from '../options.ts'
import { readForecast, type WeekOptions } from '../read-week.ts'
import { createPrinter } from '../terminal.ts'

interface ForecastOptions extends WeekOptions {
  readonly slot: SlotMinutes
}

/** `covercast forecast`: the visitors to expect in a week. */
export function addForecastCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { forecast: t } = texts
  program
    .command('forecast')
    .description(t.description)
    .addOption(weekOption(texts))
    .addOption(valueOption('--slot <minutes>', t.slot, { parse: parseSlot, texts }).default(60))
    .action(async (options: ForecastOptions) =>
      context.run(options, async (call) => {
        const answer = await readForecast(call, options, { slotMinutes: options.slot, texts })
        createPrinter(context.terminal, options.json === true).result(answer.output, () =>
          describeForecast(answer, context.format),
        )
      }),
    )
}

export function weekOption(texts: TerminalTexts): Option {
  return valueOption('--week <date>', texts.options.week, { parse: parseWeek, texts })
}

/** A slip of the year has no calendar to count on. */
function parseWeek(value: string, texts: TerminalTexts): string {
  const { options: t } = texts
  const date = parseDate(value, texts)
  if (date >= LIMITS.firstDate && date <= LIMITS.lastDate) return date
  throw usage(t.weekOutOfReach({ date }), t.datesInReach({ first: LIMITS.firstDate, last: LIMITS.lastDate }))
}

function parseSlot(value: string, { forecast: t }: TerminalTexts): SlotMinutes {
  switch (value) {
    case '15':
      return 15
    case '30':
      return 30
    case '60':
      return 60
    default:
      throw usage(t.slotProblem({ value }), t.slotChoices)
  }
}
