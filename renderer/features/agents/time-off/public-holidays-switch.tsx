import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { SwitchField } from '../../../kit/fields.tsx'

export type HolidaySettings = Pick<Overview['settings'], 'publicHolidaysOff' | 'holidayCalendars'>

/** Whether public holidays are days off for agents. */
export function PublicHolidaysSwitch({ settings }: { readonly settings: HolidaySettings }): ReactNode {
  const format = useFormat()
  const t = format.texts.timeOff
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const save = useMutation(trpc.settings.save.mutationOptions({ onSuccess: () => invalidate('settings') }))
  const { publicHolidaysOff, holidayCalendars } = settings
  const countries = [...new Set(holidayCalendars.map(({ country }) => country))].map(format.country)
  return (
    <>
      <SwitchField
        label={t.publicHolidaysOff}
        hint={countries.length === 0 ? t.holidaysOfNobody : t.holidaysOf({ places: format.list(countries) })}
        isSelected={save.isPending ? save.variables.patch.publicHolidaysOff === true : publicHolidaysOff}
        onChange={(isOn) => save.mutate({ workspaceId, patch: { publicHolidaysOff: isOn } })}
      />
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
    </>
  )
}
