import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SwitchField } from '../../components/fields.tsx'
import type { Option } from '../../components/option-list.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../rpc.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { useInvalidate } from '../../workspace/what-changes-what.ts'

const OFFERED_MINUTES = [1, 2, 5, 10, 15, 30, 60]
const OFF = 'off'

/** What Covercast does of its own accord while it is open: sync, and alert of low coverage outside of quiet hours. */
export function LiveSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const { settings } = overview
  const save = useMutation(
    trpc.settings.save.mutationOptions({
      onSuccess: async () => {
        await invalidate('live-settings')
      },
    }),
  )
  const change = (patch: LiveChange): void => save.mutate({ workspaceId, patch })
  return (
    <section className="panel" aria-labelledby="settings-live">
      <h2 id="settings-live">While Covercast is open</h2>
      <div className="settings-row">
        <SelectField
          label="Sync by itself"
          options={[{ id: OFF, label: 'Off' }, ...minutesOffered(settings.autoSyncMinutes).map((minutes) => ({ id: String(minutes), label: minutes === 1 ? 'Every minute' : `Every ${minutes} minutes` }))]}
          value={settings.autoSyncMinutes === null ? OFF : String(settings.autoSyncMinutes)}
          onChange={(id) => change({ autoSyncMinutes: id === OFF ? null : Number(id) })}
          hint="Only while the app runs. Where a sync does not succeed it is said quietly, and tried again later."
        />
        {settings.autoSyncMinutes === null ? null : (
          <SwitchField
            label="Alert when coverage is low"
            isSelected={settings.lowCoverageAlert}
            onChange={(lowCoverageAlert) => change({ lowCoverageAlert })}
            hint={`After a sync that finds coverage of the last hour surely under the target of ${settings.targetCoverage} %: once, until it is over.`}
          />
        )}
        {settings.autoSyncMinutes !== null && settings.lowCoverageAlert ? <QuietHours settings={settings} change={change} /> : null}
      </div>
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
    </section>
  )
}

type LiveChange = Partial<Pick<Overview['settings'], 'autoSyncMinutes' | 'lowCoverageAlert' | 'quietFrom' | 'quietTo'>>

function QuietHours({ settings, change }: { readonly settings: Overview['settings']; readonly change: (patch: LiveChange) => void }): ReactNode {
  const format = useFormat()
  const hours: readonly Option[] = Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), label: format.hour(hour) }))
  return (
    <>
      <SelectField
        label="Quiet from"
        options={[{ id: OFF, label: 'Never' }, ...hours]}
        value={settings.quietFrom === null ? OFF : String(settings.quietFrom)}
        onChange={(id) => change(id === OFF ? { quietFrom: null, quietTo: null } : { quietFrom: Number(id), quietTo: settings.quietTo ?? (Number(id) + 8) % 24 })}
        hint="No alert in these hours. What still goes on after them is said then."
      />
      {settings.quietFrom === null ? null : (
        <SelectField label="Quiet until" options={hours} value={String(settings.quietTo ?? settings.quietFrom)} onChange={(id) => change({ quietTo: Number(id) })} />
      )}
    </>
  )
}

function minutesOffered(chosen: number | null): readonly number[] {
  return chosen === null || OFFERED_MINUTES.includes(chosen) ? OFFERED_MINUTES : [...OFFERED_MINUTES, chosen].toSorted((one, other) => one - other)
}
