import { useMutation } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import {
  pageMatchSchema,
  pageRulesSchema,
  pageWorthSchema,
  type PageRule,
} from '../../../shared/contract/page-rules.ts'
import { dataProblemText } from '../../../shared/coverage/data-problem-text.ts'
import { cardClass } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { TextField } from '../../kit/fields.tsx'
import { FiguresTable } from '../../kit/figures-table.tsx'
import { decimalText, parseDecimal } from '../../kit/number-text.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import type { Outputs } from '../../app/rpc/procedures.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import { useKeptDraft } from '../../app/settings/kept-drafts.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'

/** A rule while it is written: its weight is text until it is a number. */
interface RuleDraft extends Omit<PageRule, 'weight'> {
  readonly weight: string
}

interface Draft {
  readonly rules: readonly RuleDraft[]
  readonly column: string
  readonly worth: string
}

interface CountedBy {
  readonly pageRules: readonly Omit<PageRule, 'weight'>[]
  readonly pageColumn: string
}

const NEW_RULE: RuleDraft = { pageClass: '', match: 'path', text: '', weight: '1' }

/** Rules that say what a visit is worth by its page, and a try of them on the last days. */
export function PageSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const t = format.texts.settings
  const { workspaceId, sync } = useWorkspace()
  const { settings } = overview
  const saved = draftOf(settings)
  const [kept, setDraft] = useKeptDraft<Draft | null>(`page-settings ${workspaceId}`, null)
  const draft = kept ?? saved
  const [isSaved, setIsSaved] = useState(false)
  const test = useMutation(trpc.pages.test.mutationOptions())
  const save = useMutation(
    trpc.settings.save.mutationOptions({
      onSuccess: async (_answer, { patch }) => {
        setIsSaved(true)
        await invalidate('settings')
        setDraft(null)
        // Weights are no counts: only other rules are counted by.
        const { pageRules = settings.pageRules, pageColumn = settings.pageColumn } = patch
        if (JSON.stringify(countedBy({ pageRules, pageColumn })) !== JSON.stringify(countedBy(settings))) sync.start()
      },
    }),
  )
  const change = (patch: Partial<Draft>): void => {
    setIsSaved(false)
    test.reset()
    setDraft({ ...draft, ...patch })
  }
  const changeRule = (index: number, patch: Partial<RuleDraft>): void =>
    change({ rules: draft.rules.map((rule, at) => (at === index ? { ...rule, ...patch } : rule)) })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const rules = pageRulesSchema.safeParse(draft.rules.map((rule) => ({ ...rule, weight: parseDecimal(rule.weight) })))
  const worth = draft.worth.trim() === '' ? null : parseDecimal(draft.worth)
  const isUsable =
    rules.success && draft.column.trim() !== '' && (worth === null || pageWorthSchema.safeParse(worth).success)
  return (
    <Form
      className={cardClass('form')}
      aria-labelledby="settings-pages"
      onSubmit={(event) => {
        event.preventDefault()
        if (rules.success && isUsable)
          save.mutate({
            workspaceId,
            patch: { pageRules: rules.data, pageColumn: draft.column.trim(), pageWorth: worth },
          })
      }}
    >
      <h2 id="settings-pages">{t.pageValue}</h2>
      <p>{t.pageValueHint}</p>
      {draft.rules.map((rule, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a rule is its place in the order
        <div className="page-rule" key={index}>
          <TextField
            label={t.pageClass}
            value={rule.pageClass}
            placeholder={t.pageClassExample}
            onChange={(pageClass) => changeRule(index, { pageClass })}
          />
          <SelectField
            label={t.pageMatch}
            value={rule.match}
            options={pageMatchSchema.options.map((match) => ({ id: match, label: t.pageMatches[match] }))}
            onChange={(id) => changeRule(index, { match: pageMatchSchema.parse(id) })}
          />
          <TextField label={t.pageText} value={rule.text} fixed onChange={(text) => changeRule(index, { text })} />
          <TextField
            label={t.pageWeight}
            value={rule.weight}
            inputMode="decimal"
            onChange={(weight) => changeRule(index, { weight })}
          />
          <Button
            kind="quiet"
            aria-label={t.removePageRule({ number: format.count(index + 1) })}
            icon={<Trash2 size={14} aria-hidden />}
            onPress={() => change({ rules: draft.rules.toSpliced(index, 1) })}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<Plus size={14} aria-hidden />}
          onPress={() => change({ rules: [...draft.rules, { ...NEW_RULE }] })}
        >
          {t.addPageRule}
        </Button>
      </div>
      {draft.rules.length === 0 ? null : (
        <div className="settings-row">
          <TextField
            label={t.pageColumn}
            value={draft.column}
            fixed
            onChange={(column) => change({ column })}
            hint={t.pageColumnHint}
          />
          <TextField
            label={t.pageWorth}
            value={draft.worth}
            inputMode="decimal"
            onChange={(text) => change({ worth: text })}
            hint={t.pageWorthHint}
          />
        </div>
      )}
      {test.data === undefined ? null : <Tried tried={test.data} />}
      {[save.error, test.error].map((error) =>
        error === null ? null : <ErrorNotice key={error.message} report={reportOf(error)} />,
      )}
      <div className="settings-actions">
        <Button kind="primary" type="submit" isDisabled={!isChanged || !isUsable || save.isPending}>
          {t.savePages}
        </Button>
        <Button
          isDisabled={!rules.success || draft.rules.length === 0 || test.isPending}
          onPress={() => {
            if (rules.success) test.mutate({ workspaceId, rules: rules.data, column: draft.column.trim() || null })
          }}
        >
          {test.isPending ? t.testingPages : t.testPages}
        </Button>
        {isChanged ? <Button onPress={() => setDraft(null)}>{t.undo}</Button> : null}
        <output>{isChanged ? (isUsable ? t.notSaved : t.wrongPageRules) : isSaved ? t.pagesSaved : null}</output>
      </div>
    </Form>
  )
}

function Tried({ tried: { visitors, problem } }: { readonly tried: Outputs['pages']['test'] }): ReactNode {
  const format = useFormat()
  const { settings: t, coverage, filters } = format.texts
  if (problem !== null) return <p role="alert">{dataProblemText(problem, format)}</p>
  return (
    <FiguresTable
      caption={t.pagesTried}
      columns={[t.pageClass, coverage.visitors, coverage.covered, coverage.missed]}
      rows={(visitors ?? []).map((one) => [
        one.pageClass ?? filters.otherPages,
        format.count(one.visitors),
        format.count(one.covered),
        format.count(one.visitors - one.covered),
      ])}
    />
  )
}

function draftOf({ pageRules, pageColumn, pageWorth }: Overview['settings']): Draft {
  return {
    rules: pageRules.map((rule) => ({ ...rule, weight: decimalText(rule.weight) })),
    column: pageColumn,
    worth: pageWorth === null ? '' : decimalText(pageWorth),
  }
}

/** Without rules no column is looked at. */
function countedBy({ pageRules, pageColumn }: CountedBy): readonly unknown[] {
  return pageRules.map(({ pageClass, match, text }) => [pageClass, match, text, pageColumn])
}
