import { Command, CommanderError, type HelpConfiguration, type Option } from 'commander'
import { reportOfThrown } from '../backend/core/error-reports.ts'
import { commandLineError } from './command-line-errors.ts'
import { addAvailabilityCommands } from './commands/availability.ts'
import { addCompareCommand } from './commands/compare.ts'
import { addCoverageCommand } from './commands/coverage.ts'
import { addExportCommands } from './commands/export.ts'
import { addFairnessCommand } from './commands/fairness.ts'
import { addForecastCommand } from './commands/forecast.ts'
import { addHealthCommand } from './commands/health.ts'
import { addHolidaysCommands } from './commands/holidays.ts'
import { addMarksCommands } from './commands/marks.ts'
import { addPagesCommands } from './commands/pages.ts'
import { addPlanCommands } from './commands/plan.ts'
import { addPredictCommand } from './commands/predict.ts'
import { addRecommendCommand } from './commands/recommend.ts'
import { addForecastSeriesCommand } from './commands/forecast-series.ts'
import { addSuggestCommand } from './commands/suggest.ts'
import { addCapacityCommand } from './commands/capacity.ts'
import { addReplayCommand } from './commands/replay.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSyncCommands } from './commands/sync.ts'
import { addTimeOffCommands } from './commands/timeoff.ts'
import { addTodayCommand } from './commands/today.ts'
import { addWatchCommand } from './commands/watch.ts'
import { addWorkspaceCommands } from './commands/workspace.ts'
import type { CommandContext, TerminalHost } from './context.ts'
import { createFormatter, type TerminalTexts } from './format.ts'
import { addGlobalOptions, askedLanguage } from './options.ts'
import { printable } from './terminal.ts'

/** `--json` is the same on every computer. */
const DOCUMENT_LOCALE = 'en-US'

const EXIT_DONE = 0
const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram(host: TerminalHost, args: readonly string[]): Promise<number> {
  const language = askedLanguage(args)
  const format = createFormatter(host.terminal.locale, language)
  const program = createProgram({
    ...host,
    format,
    documentFormat: createFormatter(DOCUMENT_LOCALE, language),
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return EXIT_DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_DONE : EXIT_USAGE
    const report = reportOfThrown(error)
    // What this failure asks for has an option here.
    const option = report.code === 'source-organization' ? format.texts.program.organizationOption : undefined
    const lines = [report.message, report.kept, report.next, option].filter((line) => line !== undefined)
    host.terminal.stderr.write(printable(`${lines.join('\n')}\n`))
    return report.code === 'usage' ? EXIT_USAGE : EXIT_FAILED
  }
}

function createProgram(host: Omit<CommandContext, 'run'>): Command {
  const { texts } = host.format
  const { program: t } = texts
  const program = new Command('covercast')
    .description(t.description)
    .version(host.version, '-V, --version', t.version)
    .helpOption('-h, --help', t.help)
    .helpCommand('help [command]', t.helpCommand)
    .configureHelp(helpIn(texts))
    .showHelpAfterError(t.helpHint)
    .configureOutput({
      writeOut: (text) => host.terminal.stdout.write(text),
      writeErr: (text) => host.terminal.stderr.write(text),
      outputError: (message, write) => write(`${commandLineError(message, texts)}\n`),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
  const context: CommandContext = {
    ...host,
    async run(options, work) {
      const { call, callUntil, close } = host.openBackend(options.dataDir ?? null)
      let shown = 0
      const showNotices = async (): Promise<void> => {
        const notices = await call.app.notices()
        for (const notice of notices.slice(shown)) host.terminal.stderr.write(printable(`${notice}\n`))
        shown = notices.length
      }
      try {
        await work(call, { interruptible: callUntil(host.signal), showNotices })
      } finally {
        await showNotices()
        await close()
      }
    },
  }
  addSyncCommands(program, context)
  addCoverageCommand(program, context)
  addPagesCommands(program, context)
  addRecommendCommand(program, context)
  addForecastCommand(program, context)
  addPredictCommand(program, context)
  addSuggestCommand(program, context)
  addMarksCommands(program, context)
  addHolidaysCommands(program, context)
  addForecastSeriesCommand(program, context)
  addPlanCommands(program, context)
  addCompareCommand(program, context)
  addFairnessCommand(program, context)
  addReplayCommand(program, context)
  addTodayCommand(program, context)
  addWatchCommand(program, context)
  addCapacityCommand(program, context)
  addHealthCommand(program, context)
  addExportCommands(program, context)
  addTimeOffCommands(program, context)
  addAvailabilityCommands(program, context)
  addWorkspaceCommands(program, context)
  addServeCommand(program, host, texts)
  for (const command of leaves(program)) addGlobalOptions(command, texts)
  return program
}

/** How the library writes help: with our headings and notes. */
function helpIn({ program: t }: TerminalTexts): HelpConfiguration {
  const headings: Readonly<Record<string, string>> = t.headings
  return {
    styleTitle: (heading) => headings[heading] ?? heading,
    optionDescription: ({ description, argChoices, defaultValue }: Option) => {
      // An empty text is no default to show.
      const usual = defaultValue === undefined || defaultValue === '' ? null : String(defaultValue)
      if (argChoices === undefined) return usual === null ? description : t.defaultValue({ description, value: usual })
      const values = argChoices.join(', ')
      return usual === null
        ? t.choices({ description, values })
        : t.choicesAndDefault({ description, values, value: usual })
    },
  }
}

function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((child) => leaves(child))
}
