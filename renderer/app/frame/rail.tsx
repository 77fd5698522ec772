import {
  CalendarRange,
  ChartNoAxesCombined,
  Clock,
  FileText,
  Info,
  ListChecks,
  Scale,
  Search,
  Settings,
  TrendingUp,
  Users,
} from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useCommandList, useCommands } from '../commands/use-commands.tsx'
import { command, type Command } from '../commands/command.ts'
import { Keys } from '../commands/keys.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Screen } from '../../../shared/contract/screens.ts'
import { formatRoute } from '../routing/route.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { SCREEN_LIST } from './screens.ts'

const PRODUCT = 'Covercast'

const ICONS: Readonly<Record<Screen, ReactNode>> = {
  today: <Clock size={16} aria-hidden />,
  coverage: <ChartNoAxesCombined size={16} aria-hidden />,
  staffing: <ListChecks size={16} aria-hidden />,
  plans: <CalendarRange size={16} aria-hidden />,
  compare: <Scale size={16} aria-hidden />,
  agents: <Users size={16} aria-hidden />,
  forecast: <TrendingUp size={16} aria-hidden />,
  settings: <Settings size={16} aria-hidden />,
  log: <FileText size={16} aria-hidden />,
  about: <Info size={16} aria-hidden />,
}

/** The screens there are, and the way to every command. */
export function Rail(): ReactNode {
  const { texts } = useFormat()
  const { workspaceId } = useWorkspace()
  const { route, go } = useRouting()
  const current = route.page === 'workspace' ? route.screen : null
  const commands = useMemo<readonly Command[]>(
    () => [
      ...SCREEN_LIST.map(({ screen }) =>
        command(`go-${screen}`, () => go({ page: 'workspace', workspaceId, screen, params: {} })),
      ),
      // It leads to the button: nothing is asked before that is pressed.
      command('check-updates', () => go({ page: 'workspace', workspaceId, screen: 'settings', params: {} })),
    ],
    [go, workspaceId],
  )
  useCommands('rail', commands)
  const palette = useCommandList().find(({ id }) => id === 'palette')
  return (
    <nav className="rail" aria-label={texts.app.screens}>
      <p className="rail-brand" aria-hidden>
        <svg width="20" height="20" viewBox="0 0 20 20">
          <rect x="2" y="10" width="4" height="8" rx="1" fill="var(--missed)" />
          <rect x="8" y="6" width="4" height="12" rx="1" fill="var(--neutral)" />
          <rect x="14" y="2" width="4" height="16" rx="1" fill="var(--covered)" />
        </svg>
        <span translate="no">{PRODUCT}</span>
      </p>
      <ul className="rail-list">
        {SCREEN_LIST.map(({ screen, quiet }) => (
          <li key={screen} className={quiet ? 'rail-item rail-item-quiet' : 'rail-item'}>
            <a
              className="rail-link"
              // The screen one is on stays as it is set; from a plan it leads back to all of them.
              href={
                screen === current && screen !== 'plans'
                  ? formatRoute(route)
                  : formatRoute({ page: 'workspace', workspaceId, screen, params: {} })
              }
              aria-current={screen === current ? 'page' : undefined}
              title={texts.commands[`go-${screen}`].title}
            >
              {ICONS[screen]}
              <span className="rail-label">{texts.commands[`go-${screen}`].title}</span>
            </a>
          </li>
        ))}
      </ul>
      {palette === undefined ? null : (
        <button type="button" className="rail-link rail-palette" onClick={palette.run} title={texts.app.commands}>
          <Search size={16} aria-hidden />
          <span className="rail-label">{texts.app.commands}</span>
          {palette.shortcut === undefined ? null : (
            <span className="rail-keys">
              <Keys shortcut={palette.shortcut} />
            </span>
          )}
        </button>
      )}
    </nav>
  )
}
