import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { withPlanRulesOfFile } from '../../../../shared/contract/rules-file.ts'
import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { saveJson } from '../../../app/files/transfer.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'

interface PlanRulesFileProps {
  /** As they are typed; null: something is wrong with them. */
  readonly rules: PlanRules | null
  /** With them as a file changes them. */
  readonly onFill: (rules: PlanRules) => void
}

/** Takes the rules of a plan from a rules file into the form, and keeps those of the form, with the agents', in one. */
export function PlanRulesFile({ rules, onFill }: PlanRulesFileProps): ReactNode {
  const t = useTexts('planRules')
  const client = useTRPCClient()
  const { workspaceId } = useWorkspace()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async (plan: PlanRules) => {
      const { fileName, text } = await client.agents.exportRules.query({ workspaceId, plan: asInput(plan) })
      saveJson(fileName, text)
    },
  })
  const take = useMutation({
    networkMode: 'always',
    mutationFn: async ({ file, onto }: { readonly file: File; readonly onto: PlanRules }) =>
      withPlanRulesOfFile(onto, await file.text()),
    onSuccess: (filled) => (filled === null ? undefined : onFill(filled)),
  })
  const error = save.error ?? take.error
  return (
    <>
      <div className="rule-row">
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const file = files?.[0]
            if (file && rules !== null) take.mutate({ file, onto: rules })
          }}
        >
          <Button kind="link" isDisabled={rules === null}>
            {t.fillFromFile}
          </Button>
        </FileTrigger>
        <Button
          kind="link"
          isDisabled={rules === null}
          onPress={() => (rules === null ? undefined : save.mutate(rules))}
        >
          {t.exportFile}
        </Button>
      </div>
      {take.data === null ? <output className="field-hint">{t.noPlanRulesInFile}</output> : null}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </>
  )
}

type ExportedPlan = NonNullable<
  Parameters<ReturnType<typeof useTRPCClient>['agents']['exportRules']['query']>[0]['plan']
>

/** Plain data, which crosses to the backend. */
function asInput(plan: PlanRules): ExportedPlan {
  return JSON.parse(JSON.stringify(plan)) as ExportedPlan
}
