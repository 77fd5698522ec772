import { Option, type Command } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { SlotMinutes } from '../../../shared/predict/types.ts'
import type { CommandContext } from '../context.ts'
import { describeForecast } from '../describe-forecast.ts'
import { parseDate, usage } from '../options.ts'
import { readForecast, type WeekOptions } from '../read-week.ts'
import { createPrinter } from '../terminal.ts'

interface ForecastOptions extends WeekOptions {
  readonly slot: SlotMinutes
}

/** `covercast forecast`: the visitors to expect in a week. */
export function addForecastCommand(program: Command, context: CommandContext): void {
  program
    .command('forecast')
    .description('Visitors to expect in a local week, with the ranges in which they will probably lie.')
    .addOption(weekOption())
    .addOption(
      new Option('--slot <minutes>', 'length of a slot: 15, 30 or 60 minutes').argParser(parseSlot).default(60),
    )
    .action(async (options: ForecastOptions) =>
      context.run(options, async (call) => {
        const answer = await readForecast(call, options, options.slot)
        createPrinter(context.terminal, options.json === true).result(answer.output, () =>
          describeForecast(answer, context.format),
        )
      }),
    )
}

export function weekOption(): Option {
  return new Option(
    '--week <date>',
    'local date on which the week begins, whatever weekday it is (default: the next Monday)',
  ).argParser(parseWeek)
}

/** A slip of the year has no calendar to count on. */
function parseWeek(value: string): string {
  const date = parseDate(value)
  if (date >= LIMITS.firstDate && date <= LIMITS.lastDate) return date
  throw usage(`A week from ${date} on is out of reach.`, `Give a date from ${LIMITS.firstDate} to ${LIMITS.lastDate}.`)
}

function parseSlot(value: string): SlotMinutes {
  switch (value) {
    case '15':
      return 15
    case '30':
      return 30
    case '60':
      return 60
    default:
      throw usage(`A slot of "${value}" minutes is not possible.`, 'Give --slot 15, 30 or 60.')
  }
}
