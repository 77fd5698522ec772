import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { useEscape } from '../../kit/use-escape.ts'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useKeptDraft } from '../../app/settings/kept-drafts.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { AgentFields } from './agent-fields.tsx'
import { differing, agentForm, isUsable, type AgentDraft } from './agent-form.ts'
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

/** One agent's name and rules, to be changed and saved. */
export function AgentPanel({
  agent,
  overview,
  takesFocus,
  isSaved,
  onChanged,
  onSaved,
  onClose,
}: AgentPanelProps): ReactNode {
  const t = useTexts('agents')
  const { workspaceId } = useWorkspace()
  useEscape(onClose)
  const agentId = agent?.id ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus && agentId !== null) heading.current?.focus()
  }, [takesFocus, agentId])
  const [patch, setPatch] = useKeptDraft<AgentDraft>(
    agent === null ? `new-agent ${workspaceId}` : `agent ${workspaceId} ${agent.id}`,
    UNCHANGED,
  )
  const saved = agentForm(agent)
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
            <h2 id="agent-title" ref={heading} tabIndex={-1} translate={agent === null ? undefined : 'no'}>
              {agent?.name ?? t.newAgent}
            </h2>
            <p className="quiet">
              <AboutAgent agent={agent} />
            </p>
          </div>
          <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={t.close} onPress={onClose} />
        </header>
        <div className="agent-fields">
          <AgentFields
            agent={agent}
            form={form}
            takesFocus={takesFocus && agent === null}
            overview={overview}
            onChange={change}
          />
        </div>
        <footer className="agent-foot">
          {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
          <div className="agent-actions">
            <Button kind="primary" type="submit" isDisabled={!canSave}>
              {agent === null ? t.addIt : t.save}
            </Button>
            {isChanged ? <Button onPress={() => setPatch(UNCHANGED)}>{t.undo}</Button> : null}
            <output>{isChanged ? (usable ? t.notSaved : t.hasProblems) : isSaved ? t.saved : null}</output>
            {agent?.edited ? (
              <ForgetAgent agent={agent} onForgotten={() => (agent.inSource ? setPatch(UNCHANGED) : onClose())} />
            ) : null}
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
  const t = format.texts.agents
  if (agent === null) return t.newHint
  if (!agent.inSource) return t.addedHint
  const instant = (iso: string): string => format.instant(Date.parse(iso), overview?.timeZone ?? 'UTC')
  const seen = agent.lastOnline === null ? t.neverOnline : t.seen({ when: instant(agent.lastOnline) })
  if (agent.present && agent.inactiveSince !== null)
    return t.deactivatedSince({ when: instant(agent.inactiveSince), seen })
  return agent.present ? t.inSource({ seen }) : t.notInSource({ seen })
}
