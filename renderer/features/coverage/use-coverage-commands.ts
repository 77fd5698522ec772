import { useMemo } from 'react'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.tsx'
import { type CoverageView, PRESET_DAYS } from './coverage-view.ts'
import { NAMED_RANGES, RANGE_TITLES } from './named-range.ts'

/** What can be done on the coverage screen, for palette and shortcuts. */
export function useCoverageCommands(view: CoverageView, change: (patch: Partial<CoverageView>) => void): void {
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'tab-heatmap', title: 'Show the heatmap', section: 'This screen', shortcut: { key: 'h', alt: true }, run: () => change({ tab: 'heatmap', asTable: false }) },
      { id: 'tab-hour', title: 'Show by hour', section: 'This screen', shortcut: { key: 'o', alt: true }, run: () => change({ tab: 'hour', asTable: false, cell: null }) },
      { id: 'tab-day', title: 'Show by day of the week', section: 'This screen', shortcut: { key: 'w', alt: true }, run: () => change({ tab: 'day', asTable: false, cell: null }) },
      {
        id: 'as-table',
        title: view.asTable ? 'Show as a chart' : 'Show as a table',
        section: 'This screen',
        shortcut: { key: 't', alt: true },
        run: () => change({ asTable: !view.asTable, cell: null }),
      },
      ...PRESET_DAYS.map((days) => ({
        id: `last-${days}`,
        title: `Show the last ${days} days`,
        section: 'This screen' as const,
        keywords: 'range dates period',
        run: () => change({ range: { kind: 'last', days }, cell: null }),
      })),
      ...NAMED_RANGES.map((name) => ({
        id: `range-${name}`,
        title: `Show ${RANGE_TITLES[name].toLowerCase()}`,
        section: 'This screen' as const,
        keywords: 'range dates period all',
        run: () => change({ range: { kind: 'named', name }, cell: null }),
      })),
    ],
    [view.asTable, change],
  )
  useCommands('coverage', commands)
}
