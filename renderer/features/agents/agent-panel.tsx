import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { useEscape } from '../../components/use-escape.ts'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useKeptDraft } from '../../settings/kept-drafts.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { AgentFields } from './agent-fields.tsx'
import { differing, formOf, isUsable, type AgentDraft } from './agent-form.ts'
import type { AgentEntry } from './agent-types.ts'
import { ForgetAgent } from './forget-agent.tsx'
import { useSaveAgent } from './use-save-agent.ts'

interface AgentPanelProps {
  /** null: one who is not there yet. */
  readonly agent: AgentEntry | null
  readonly overview: Overview
  /** The user just opened it, so the focus goes along. */
  readonly takesFocus: boolean
  /** It was saved and nothing was changed since. */
  readonly isSaved: boolean
  readonly onChanged: () => void
  readonly onSaved: (agentId: string) => void
  readonly onClose: () => void
}

const UNCHANGED: AgentDraft = {}

/** Everything that is said of one agent, to be changed and saved. */
export function AgentPanel({ agent, overview, takesFocus, isSaved, onChanged, onSaved, onClose }: AgentPanelProps): ReactNode {
  const { workspaceId } = useWorkspace()
  useEscape(onClose)
  const agentId = agent?.id ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus && agentId !== null) heading.current?.focus()
  }, [takesFocus, agentId])
  const [patch, setPatch] = useKeptDraft<AgentDraft>(agent === null ? `new-agent ${workspaceId}` : `agent ${workspaceId} ${agent.id}`, UNCHANGED)
  const saved = formOf(agent)
  const form = { ...saved, ...patch }
  const save = useSaveAgent({
    agent,
    onSaved: (agentId) => {
      setPatch(UNCHANGED)
      onSaved(agentId)
    },
  })
  const change = (changed: AgentDraft): void => {
    onChanged()
    setPatch(differing({ ...patch, ...changed }, saved))
  }
  const isChanged = Object.keys(patch).length > 0
  const usable = isUsable(form, agent)
  const canSave = isChanged && usable && !save.isPending
  return (
    <section className="agent-panel" aria-labelledby="agent-title">
      <Form
        className="agent-form"
        aria-labelledby="agent-title"
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) save.mutate(patch)
        }}
      >
        <header className="agent-head">
          <div>
            <h2 id="agent-title" ref={heading} tabIndex={-1}>
              {agent?.name ?? 'New agent'}
            </h2>
            <p className="quiet">
              <AboutAgent agent={agent} />
            </p>
          </div>
          <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label="Close" onPress={onClose} />
        </header>
        <div className="agent-fields">
          <AgentFields agent={agent} form={form} takesFocus={takesFocus && agent === null} overview={overview} onChange={change} />
        </div>
        <footer className="agent-foot">
          {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
          <div className="agent-actions">
            <Button kind="primary" type="submit" isDisabled={!canSave}>
              {agent === null ? 'Add' : 'Save'}
            </Button>
            {isChanged ? <Button onPress={() => setPatch(UNCHANGED)}>Undo</Button> : null}
            <output>{isChanged ? (usable ? 'Not saved yet.' : 'Not saved yet: something above is to be put right.') : isSaved ? 'Saved.' : null}</output>
            {agent?.edited ? <ForgetAgent agent={agent} onForgotten={() => (agent.inSource ? setPatch(UNCHANGED) : onClose())} /> : null}
          </div>
        </footer>
      </Form>
    </section>
  )
}

/** Where an agent is known from. */
function AboutAgent({ agent }: { readonly agent: AgentEntry | null }): ReactNode {
  const format = useFormat()
  const { overview } = useWorkspace()
  if (agent === null) return 'Somebody who is not in the source yet. Plans can give them shifts at once.'
  if (!agent.inSource) return 'Added here; the source does not know them.'
  const seen = agent.lastOnline === null ? 'never seen online' : `last online ${format.instant(Date.parse(agent.lastOnline), overview?.timeZone ?? 'UTC')}`
  if (agent.present && agent.inactiveSince !== null) return `Deactivated in the source since ${format.instant(Date.parse(agent.inactiveSince), overview?.timeZone ?? 'UTC')}, ${seen}. New plans leave them out.`
  return agent.present ? `In the source, ${seen}.` : `No longer in the source, ${seen}.`
}
