import { useQuery } from '@tanstack/react-query'
import { Building2, Check, ChevronDown, Database, FlaskConical, Settings2 } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import {
  Header as MenuHeader,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { command, commandTitle, type Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.tsx'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useTRPC } from '../rpc/client.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useStartDemo } from '../workspace/use-start-demo.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { WorkspaceSummary } from '../workspace/workspace-types.ts'
import { ManageWorkspaces } from './manage-workspaces.tsx'
import './workspace-switcher.css'

const ICONS: Readonly<Record<string, ReactNode>> = {
  connect: <Database size={14} aria-hidden />,
  demo: <FlaskConical size={14} aria-hidden />,
  organizations: <Building2 size={14} aria-hidden />,
  manage: <Settings2 size={14} aria-hidden />,
}

/** Which workspace is shown, the others, and ways to more. */
export function WorkspaceSwitcher(): ReactNode {
  const { texts } = useFormat()
  const t = texts.workspaces
  const trpc = useTRPC()
  const { workspaceId, overview } = useWorkspace()
  const { go } = useRouting()
  const [managing, setManaging] = useState(false)
  const { data: workspaces = [] } = useQuery(trpc.workspaces.list.queryOptions())
  const demo = useStartDemo()
  const hasDemo = workspaces.some((one) => one.source === 'demo')
  const startDemo = demo.start

  const commands = useMemo<readonly Command[]>(
    () => [
      command('connect', () => go({ page: 'connect', workspaceId: null })),
      ...(hasDemo ? [] : [command('demo', startDemo)]),
      command('organizations', () => go({ page: 'organizations' })),
      command('manage', () => setManaging(true)),
    ],
    [go, hasDemo, startDemo],
  )
  useCommands('workspaces', commands)

  const current = workspaces.find((one) => one.id === workspaceId)
  const name = current?.name ?? overview?.workspace.name ?? t.workspace
  // The demo's workspace does not say in its name whose figures these are.
  const company = current?.source === 'demo' ? (overview?.organization ?? current.organization) : null
  return (
    <>
      <MenuTrigger>
        <Button kind="quiet" aria-label={t.named({ name })}>
          <strong className="switcher-name" translate="no">
            {name}
          </strong>
          {company === null ? null : (
            <span className="switcher-company" translate="no">
              {company}
            </span>
          )}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <Menu
            className="switcher-menu"
            aria-label={t.workspaces}
            onAction={(key) => {
              const chosen = commands.find((one) => one.id === key)
              if (chosen) chosen.run()
              else go({ page: 'workspace', workspaceId: String(key), screen: 'coverage', params: {} })
            }}
          >
            <MenuSection>
              <MenuHeader className="palette-section">{t.workspaces}</MenuHeader>
              {workspaces.map((workspace) => (
                <MenuItem
                  key={workspace.id}
                  id={workspace.id}
                  className="option"
                  textValue={workspace.name}
                  isDisabled={workspace.problem !== null}
                >
                  <span className="option-check">
                    {workspace.id === workspaceId ? <Check size={14} aria-label={t.shownNow} /> : null}
                  </span>
                  <span className="option-label" translate="no">
                    {workspace.name}
                  </span>
                  <span className="option-detail">{sourceDetail(workspace, t)}</span>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="switcher-line" />
            <MenuSection aria-label={t.more}>
              {commands.map((one) => (
                <MenuItem key={one.id} id={one.id} className="option" textValue={commandTitle(one, texts)}>
                  <span className="option-check">{ICONS[one.id]}</span>
                  <span>{commandTitle(one, texts)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ManageWorkspaces isOpen={managing} onClose={() => setManaging(false)} />
    </>
  )
}

function sourceDetail(workspace: WorkspaceSummary, t: Formatter['texts']['workspaces']): string {
  if (workspace.problem !== null) return t.cannotOpen
  if (workspace.source === 'demo') return t.demoData
  return workspace.organization ?? ''
}
