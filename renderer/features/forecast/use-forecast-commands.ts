import { useMemo } from 'react'
import { command, type Command } from '../../app/commands/command.ts'
import { useCommands } from '../../app/commands/use-commands.tsx'
import { useTexts } from '../../format/format-context.tsx'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'

/** What can be done on the forecast screen, for menu, palette and shortcuts. `markDay` must be memoized. */
export function useForecastCommands(view: ForecastView, change: ChangeForecastView, markDay: () => void): void {
  const { showByDay, showAsChart } = useTexts('forecast')
  const commands = useMemo<readonly Command[]>(
    () => [
      command('forecast-next', () => change({ tab: 'next' })),
      command('forecast-past', () => change({ tab: 'past' })),
      command('tab-day', () => change({ detail: 'days', asTable: false }), showByDay),
      command('tab-hour', () => change({ detail: 'slots', slotMinutes: 60, asTable: false })),
      command('as-table', () => change({ asTable: !view.asTable }), view.asTable ? showAsChart : undefined),
      command('mark-day', markDay),
    ],
    [view.asTable, change, markDay, showByDay, showAsChart],
  )
  useCommands('forecast', commands)
}
