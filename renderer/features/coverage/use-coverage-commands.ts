import { useMemo } from 'react'
import { command, type Command } from '../../app/commands/command.ts'
import { useCommands } from '../../app/commands/use-commands.tsx'
import { NAMED_RANGES } from '../../app/range/named-range.ts'
import { PRESET_DAYS } from '../../app/range/range-choice.ts'
import { useTexts } from '../../format/format-context.tsx'
import type { CoverageView } from './coverage-view.ts'

/** What can be done on the coverage screen, for menu, palette and shortcuts. */
export function useCoverageCommands(view: CoverageView, change: (patch: Partial<CoverageView>) => void): void {
  const { showAsChart } = useTexts('coverage')
  const commands = useMemo<readonly Command[]>(
    () => [
      command('tab-heatmap', () => change({ tab: 'heatmap', asTable: false })),
      command('tab-hour', () => change({ tab: 'hour', asTable: false, cell: null })),
      command('tab-day', () => change({ tab: 'day', asTable: false, cell: null })),
      command('as-table', () => change({ asTable: !view.asTable, cell: null }), view.asTable ? showAsChart : undefined),
      ...PRESET_DAYS.map((days) =>
        command(`last-${days}`, () => change({ range: { kind: 'last', days }, cell: null, block: null })),
      ),
      ...NAMED_RANGES.map((name) =>
        command(`range-${name}`, () => change({ range: { kind: 'named', name }, cell: null, block: null })),
      ),
    ],
    [view.asTable, change, showAsChart],
  )
  useCommands('coverage', commands)
}
