import { Command, CommanderError } from 'commander'
import type { ErrorCode } from '../../shared/foundation/errors.ts'
import { reportOfThrown } from '../backend/core/error-reports.ts'
import { addCompareCommand } from './commands/compare.ts'
import { addCoverageCommand } from './commands/coverage.ts'
import { addExportCommands } from './commands/export.ts'
import { addForecastCommand } from './commands/forecast.ts'
import { addHolidaysCommands } from './commands/holidays.ts'
import { addMarksCommands } from './commands/marks.ts'
import { addPlanCommands } from './commands/plan.ts'
import { addPredictCommand } from './commands/predict.ts'
import { addRecommendCommand } from './commands/recommend.ts'
import { addForecastSeriesCommand } from './commands/forecast-series.ts'
import { addSuggestCommand } from './commands/suggest.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSyncCommands } from './commands/sync.ts'
import { addTimeOffCommands } from './commands/timeoff.ts'
import { addWorkspaceCommands } from './commands/workspace.ts'
import type { CommandContext, TerminalHost } from './context.ts'
import { createFormatter } from './format.ts'
import { addGlobalOptions, askedLanguage } from './options.ts'
import { printable } from './terminal.ts'

/** `--json` is the same on every computer. */
const DOCUMENT_LOCALE = 'en-US'

const EXIT_DONE = 0
const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** What a failure asks for, as an option. */
const OPTION_FOR: Partial<Record<ErrorCode, string>> = {
  'source-organization': 'On the command line: --org ID',
}

/** Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram(host: TerminalHost, args: readonly string[]): Promise<number> {
  const language = askedLanguage(args)
  const program = createProgram({
    ...host,
    format: createFormatter(host.terminal.locale, language),
    documentFormat: createFormatter(DOCUMENT_LOCALE, language),
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return EXIT_DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_DONE : EXIT_USAGE
    const report = reportOfThrown(error)
    const lines = [report.message, report.kept, report.next, OPTION_FOR[report.code]].filter(
      (line) => line !== undefined,
    )
    host.terminal.stderr.write(printable(`${lines.join('\n')}\n`))
    return report.code === 'usage' ? EXIT_USAGE : EXIT_FAILED
  }
}

function createProgram(host: Omit<CommandContext, 'run'>): Command {
  const program = new Command('covercast')
    .description('Shows when visitors of your website find no agent, from your own Postgres.')
    .version(host.version)
    .showHelpAfterError('Run "covercast help" for the commands and their options.')
    .configureOutput({
      writeOut: (text) => host.terminal.stdout.write(text),
      writeErr: (text) => host.terminal.stderr.write(text),
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
  addRecommendCommand(program, context)
  addForecastCommand(program, context)
  addPredictCommand(program, context)
  addSuggestCommand(program, context)
  addMarksCommands(program, context)
  addHolidaysCommands(program, context)
  addForecastSeriesCommand(program, context)
  addPlanCommands(program, context)
  addCompareCommand(program, context)
  addExportCommands(program, context)
  addTimeOffCommands(program, context)
  addWorkspaceCommands(program, context)
  addServeCommand(program, host)
  for (const command of leaves(program)) addGlobalOptions(command)
  return program
}

function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((child) => leaves(child))
}
