import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { placeText } from '../../../shared/health/place-text.ts'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { SelectField } from '../../kit/select-field.tsx'

/** Which platform is shown, where there are several; and takes it away. */
export function ChoosePlatform(): ReactNode {
  const format = useFormat()
  const t = format.texts.organizations
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const [isForgetting, setIsForgetting] = useState(false)
  const { data: platforms = [] } = useQuery(trpc.health.platforms.queryOptions(undefined, { staleTime: 0 }))
  const use = useMutation(trpc.health.use.mutationOptions({ onSuccess: () => invalidate('platforms') }))
  const forget = useMutation(
    trpc.health.forget.mutationOptions({
      onSuccess: async () => {
        setIsForgetting(false)
        await invalidate('platforms')
      },
    }),
  )
  const nameOf = ({ id, found }: (typeof platforms)[number]): string =>
    found === null ? t.notReadable({ id }) : placeText(found.url)
  // The one used last is shown.
  const [shown] = platforms
  if (shown === undefined) return null
  return (
    <>
      {platforms.length < 2 ? null : (
        <SelectField
          label={t.platform}
          hideLabel
          options={platforms.map((one) => ({ id: one.id, label: nameOf(one), isName: true }))}
          value={shown.id}
          onChange={(platformId) => use.mutate({ platformId })}
        />
      )}
      <Button kind="quiet" onPress={() => setIsForgetting(true)}>
        {t.forget}
      </Button>
      {use.error === null ? null : <ErrorNotice report={reportOf(use.error)} />}
      {isForgetting ? (
        <Modal
          title={t.forgetTitle({ host: nameOf(shown) })}
          role="alertdialog"
          isOpen
          onClose={() => setIsForgetting(false)}
        >
          <p>{t.forgetText}</p>
          {forget.error === null ? null : <ErrorNotice report={reportOf(forget.error)} />}
          <ModalActions>
            <Button onPress={() => setIsForgetting(false)}>{t.cancel}</Button>
            <Button kind="danger" isDisabled={forget.isPending} onPress={() => forget.mutate({ platformId: shown.id })}>
              {t.forgetConfirm}
            </Button>
          </ModalActions>
        </Modal>
      ) : null}
    </>
  )
}
