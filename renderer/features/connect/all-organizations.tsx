import { useMutation } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { reportOf } from '../../app/errors/error-report.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { useCountStep } from '../../app/organizations/use-count-step.ts'
import type { GoodAnswer, SourceInput } from './connect-form.ts'

interface AllOrganizationsProps {
  readonly found: GoodAnswer
  readonly source: SourceInput
  /** Of days and months. */
  readonly timeZone: string
}

/** A user who sees several organizations may want to look at all of them. */
export function AllOrganizations({ found, source, timeZone }: AllOrganizationsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.connect
  const client = useTRPCClient()
  const { go } = useRouting()
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.health.count.mutate({ source: { ...source, workspaceId: null }, timeZone }),
    onSuccess: () => go({ page: 'organizations' }),
  })
  const step = useCountStep(isPending)
  const count = found.organizations.length
  if (count < 2) return null
  return (
    <Card kind="form" label={t.allOrganizations}>
      <p>{t.seesSeveral({ count: format.count(count) })}</p>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <div className="connect-actions">
        <Button icon={<Building2 size={14} aria-hidden />} isPending={isPending} onPress={() => mutate()}>
          {isPending ? t.countingAll : t.seeAll}
        </Button>
        {step === null ? null : (
          <span className="quiet" aria-live="polite">
            {step}
          </span>
        )}
      </div>
    </Card>
  )
}
