import { useMemo } from 'react'
import { command, type Command } from '../../app/commands/command.ts'
import { useCommands } from '../../app/commands/use-commands.tsx'
import { NAMED_RANGES } from '../../app/range/named-range.ts'
import { PRESET_DAYS } from '../../app/range/range-choice.ts'
import type { ChangeView } from '../../app/routing/use-kept-view.ts'
import type { StaffingView } from './staffing-view.ts'

/** What can be done on the staffing screen, for menu, palette and shortcuts. */
export function useStaffingCommands(change: ChangeView<StaffingView>): void {
  const commands = useMemo<readonly Command[]>(
    () => [
      command('staffing-guide', () => change({ tab: 'guide' })),
      command('staffing-ahead', () => change({ tab: 'ahead' })),
      command('staffing-trust', () => change({ tab: 'trust' })),
      ...PRESET_DAYS.map((days) =>
        command(`last-${days}`, () => change({ range: { kind: 'last', days }, tab: 'guide' })),
      ),
      ...NAMED_RANGES.map((name) =>
        command(`range-${name}`, () => change({ range: { kind: 'named', name }, tab: 'guide' })),
      ),
    ],
    [change],
  )
  useCommands('staffing', commands)
}
