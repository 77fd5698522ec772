import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { RpcClient } from './rpc/procedures.ts'
import { command, type Command } from './commands/command.ts'
import { Palette } from './commands/palette.tsx'
import { ShortcutList } from './commands/shortcut-list.tsx'
import { CommandProvider, useCommandList, useCommands } from './commands/use-commands.tsx'
import { Button } from '../kit/button.tsx'
import { ErrorNotice } from '../kit/error-notice.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { Toasts } from '../kit/toast.tsx'
import { reportOf } from './errors/error-report.ts'
import { AboutScreen } from '../features/about/about-screen.tsx'
import { AgentsScreen } from '../features/agents/agents-screen.tsx'
import { CompareScreen } from '../features/compare/compare-screen.tsx'
import { ConnectScreen } from '../features/connect/connect-screen.tsx'
import { CoverageScreen } from '../features/coverage/coverage-screen.tsx'
import { ForecastScreen } from '../features/forecast/forecast-screen.tsx'
import { Frame } from './frame/frame.tsx'
import { LogScreen } from '../features/log/log-screen.tsx'
import { OrganizationsScreen } from '../features/organizations/organizations-screen.tsx'
import { PlansScreen } from '../features/plans/plans-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { StaffingScreen } from '../features/staffing/staffing-screen.tsx'
import { TodayScreen } from '../features/today/today-screen.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { FormatProvider, useTexts } from '../format/format-context.tsx'
import type { Screen } from '../../shared/contract/screens.ts'
import { OpenedThings } from './opening/opened-things.tsx'
import { useKeptFocus } from './routing/use-kept-focus.ts'
import { RoutingProvider, useRouting } from './routing/use-route.tsx'
import { TRPCProvider, useTRPC } from './rpc/client.ts'
import { useAppSettings, useSaveAppSettings, useTheme } from './settings/app-settings.ts'
import { KeptDraftsProvider } from './settings/kept-drafts.tsx'
import { ThemeContext } from './settings/theme-context.tsx'
import { lastUsed } from './workspace/last-used.ts'
import { WorkspaceProvider } from './workspace/workspace-context.tsx'

const SCREENS: Readonly<Record<Screen, () => ReactNode>> = {
  today: TodayScreen,
  coverage: CoverageScreen,
  staffing: StaffingScreen,
  plans: PlansScreen,
  compare: CompareScreen,
  agents: AgentsScreen,
  forecast: ForecastScreen,
  settings: SettingsScreen,
  log: LogScreen,
  about: AboutScreen,
}

const THEMES = ['light', 'dark', 'system'] as const

interface AppProps {
  readonly queryClient: QueryClient
  readonly rpcClient: RpcClient
}

/** The whole app in a page. */
export function App({ queryClient, rpcClient }: AppProps): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={rpcClient} queryClient={queryClient}>
        <RoutingProvider>
          <CommandProvider>
            <Shell />
          </CommandProvider>
        </RoutingProvider>
      </TRPCProvider>
    </QueryClientProvider>
  )
}

function Shell(): ReactNode {
  const settings = useAppSettings()
  const theme = useTheme(settings.theme)
  return (
    <FormatProvider
      language={settings.language}
      firstDayOfWeek={settings.firstDayOfWeek === 'locale' ? null : settings.firstDayOfWeek}
      currency={settings.currency}
    >
      <ThemeContext value={theme}>
        <KeptDraftsProvider>
          <Page />
        </KeptDraftsProvider>
        <CommandDialogs />
        <OpenedThings />
        <Toasts />
      </ThemeContext>
    </FormatProvider>
  )
}

function Page(): ReactNode {
  const { route } = useRouting()
  useKeptFocus(route)
  switch (route.page) {
    case 'start':
      return <Start />
    case 'welcome':
      return <Welcome />
    case 'organizations':
      return <OrganizationsScreen />
    case 'connect':
      return <ConnectScreen key={route.workspaceId} workspaceId={route.workspaceId} />
    case 'workspace': {
      const ShownScreen = SCREENS[route.screen]
      return (
        <WorkspaceProvider key={route.workspaceId} workspaceId={route.workspaceId}>
          <Frame>
            <ShownScreen />
          </Frame>
        </WorkspaceProvider>
      )
    }
  }
}

/** Goes on to the workspace used last, or to the first run where there is none. */
function Start(): ReactNode {
  const t = useTexts('app')
  const trpc = useTRPC()
  const { go } = useRouting()
  const { data, error, refetch } = useQuery(trpc.workspaces.list.queryOptions())
  useEffect(() => {
    if (data === undefined) return
    const last = lastUsed(data)
    go(
      last === undefined
        ? { page: 'welcome' }
        : { page: 'workspace', workspaceId: last.id, screen: 'coverage', params: {} },
      'replace',
    )
  }, [data, go])
  return (
    <main className="connect" id="main">
      {error === null ? (
        <Skeleton label={t.opening} heights={[96, 320]} />
      ) : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>{t.tryAgain}</Button>
        </ErrorNotice>
      )}
    </main>
  )
}

/** The palette and the list of shortcuts, both from the one table of commands. */
function CommandDialogs(): ReactNode {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const save = useSaveAppSettings()
  const commands = useMemo<readonly Command[]>(
    () => [
      command('palette', () => setOpen('palette')),
      command('shortcuts', () => setOpen('shortcuts')),
      ...THEMES.map((theme) => command(`theme-${theme}`, () => save({ theme }))),
    ],
    [save],
  )
  useCommands('help', commands)
  const all = useCommandList()
  const close = (): void => setOpen(null)
  return (
    <>
      <Palette commands={all.filter(({ id }) => id !== 'palette')} isOpen={open === 'palette'} onClose={close} />
      <ShortcutList commands={all} isOpen={open === 'shortcuts'} onClose={close} />
    </>
  )
}
