import { useMemo } from 'react'
import { command, type Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.tsx'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'

/** What can be done on the forecast screen, for menu, palette and shortcuts. `markDay` must be memoized. */
export function useForecastCommands(view: ForecastView, change: ChangeForecastView, markDay: () => void): void {
  const commands = useMemo<readonly Command[]>(
    () => [
      command('forecast-next', () => change({ tab: 'next' })),
      command('forecast-past', () => change({ tab: 'past' })),
      command('tab-day', () => change({ detail: 'days', asTable: false }), 'Show by day'),
      command('tab-hour', () => change({ detail: 'slots', slotMinutes: 60, asTable: false })),
      command('as-table', () => change({ asTable: !view.asTable }), view.asTable ? 'Show as a chart' : undefined),
      command('mark-day', markDay),
    ],
    [view.asTable, change, markDay],
  )
  useCommands('forecast', commands)
}
